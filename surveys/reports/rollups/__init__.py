"""Counts kept ready by month, so that what a report costs does not depend on how much has been heard."""

from surveys.reports.rollups.recounting import Difference, differences, recount, recount_all

__all__ = ["Difference", "differences", "recount", "recount_all"]
