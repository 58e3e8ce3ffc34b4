"""What stands in each sheet of the spreadsheet: rows of text and numbers, the first one a heading."""

from collections.abc import Iterable, Mapping
from typing import Any

from surveys.reports.documents.finished import HIDDEN, Finished, day

Data = Mapping[str, Any]
Rows = list[list[Any]]


def of(report: Finished) -> dict[str, Rows]:
    """The sheets by name, in the order in which a board reads."""
    data = report.dataset
    return {
        "Summary": _summary(report),
        "Whom we heard": _breakdowns(data["heard"]["breakdowns"]),
        "Friends and Family Test": _friends_and_family(data["fft"]),
        "Themes": _themes(data["themes"]["listed"]),
        "Quotes": _quotes(data["themes"]["listed"]),
        "Charts": _charts(report.charts.values()),
        "Equity": _equity(data["equity"]),
        "After a loss": _after_loss(data["after_loss"]),
        "Actions": _actions(data["actions"]),
        "Commitments": _commitments(data["commitments"]),
        "Consultations": _consultations(data["consultations"]),
        "Risks": _risks(data["risks"]),
        "Method": _method(report),
    }


def shown(value: Any) -> Any:
    """A figure, or the word that it is hidden."""
    return HIDDEN if value is None else value


def _summary(report: Finished) -> Rows:
    data = report.dataset
    rows: Rows = [
        ["What", "Figure", "In words"],
        ["Organisation", data["organisation"]["name"], ""],
        ["Period", data["period"]["name"], ""],
        ["State", report.state, ""],
        ["Headline", "", data["headline"]],
        ["We ask the board", "", data["ask"]],
    ]
    return rows + [[fact["label"], fact["figure"], fact["words"]] for fact in data["facts"]]


def _breakdowns(breakdowns: Iterable[Data]) -> Rows:
    rows: Rows = [["Group of figures", "Figure", "People", "Percent"]]
    for each in breakdowns:
        rows += [
            [each["title"], figure["label"], shown(figure["count"]), shown(figure["percent"])]
            for figure in each["figures"]
        ]
    return rows


def _friends_and_family(fft: Data) -> Rows:
    rows: Rows = [["What", "People", "Percent", "95% from", "95% to"]]
    rows += [
        [figure["label"], shown(figure["count"]), shown(figure["percent"]), "", ""]
        for figure in fft["breakdown"]["figures"]
    ]
    for label, share in (("Good or very good", fft["positive"]), ("Poor or very poor", fft["negative"])):
        rows.append([label, "", *(shown(share[key]) for key in ("percent", "lower", "upper"))])
    for each in fft["compared"]:
        rows += [
            [
                f"Good or very good, {figure['label']}",
                shown(figure["count"]),
                shown(figure["percent"]),
                "",
                "",
            ]
            for figure in each["figures"]
        ]
    return [*rows, [fft["change"]["words"], "", "", "", ""], [fft["note"], "", "", "", ""]]


def _themes(listed: Iterable[Data]) -> Rows:
    heading = ["Theme", "Code", "People", "Percent of comments", "Positive", "Negative", "Mixed", "Neutral"]
    rows: Rows = [[*heading, "Percent checked by a person", "Change", "Trend"]]
    for theme in listed:
        felt = {figure["key"]: shown(figure["count"]) for figure in theme["sentiments"]}
        rows.append(
            [
                *(theme["title"], theme["code"], shown(theme["count"]), shown(theme["percent"])),
                *(felt[key] for key in ("positive", "negative", "mixed", "neutral")),
                *(shown(theme["checked_percent"]), theme["change"]["words"], theme["trend"]),
            ]
        )
    return rows


def _quotes(listed: Iterable[Data]) -> Rows:
    rows: Rows = [["Theme", "Her words", "Part of care"]]
    return rows + [
        [theme["title"], quote["words"], quote["stage"]] for theme in listed for quote in theme["quotes"]
    ]


def _charts(charts: Iterable[Data]) -> Rows:
    rows: Rows = [["Chart", "Period", "Percent", "Meaning", "Mean", "Usual from", "Usual to"]]
    for chart in charts:
        for at, point in enumerate(chart["points"]):
            limits = next(each for each in chart["limits"] if each["start"] <= at < each["end"])
            meaning = point["type"].replace("_", " ")
            usual = [limits[key] for key in ("mean", "lower", "upper")]
            rows.append([chart["title"], point["label"], point["value"], meaning, *usual])
    return rows


def _equity(equity: Iterable[Data]) -> Rows:
    rows: Rows = [["Group", "Who", "People asked", "Percent good or very good"]]
    for each in equity:
        if each["reason"]:
            rows.append([each["title"], each["reason"], "", ""])
        rows += [
            [each["title"], figure["label"], shown(figure["count"]), shown(figure["percent"])]
            for figure in each["figures"]
        ]
    return rows


def _after_loss(told: Data) -> Rows:
    rows: Rows = [["What", "Parents"]]
    if told["parents"] is not None:
        rows.append(["Told something after a loss", told["parents"]])
    return [*rows, *([theme["label"], theme["count"]] for theme in told["themes"]), [told["note"], ""]]


def _actions(actions: Iterable[Data]) -> Rows:
    rows: Rows = [
        ["You said", "What we do", "Owner", "State", "What came of it", "Due", "Closed", "Days open", "Theme"]
    ]
    return rows + [
        [
            *(each["you_said"], each["we_do"], each["owner"], each["state_words"], each["outcome"]),
            *(day(each["due_on"]), day(each["closed_on"]) if each["closed_on"] else ""),
            *(each["days_open"], each["theme"]),
        ]
        for each in actions
    ]


def _commitments(commitments: Iterable[Data]) -> Rows:
    rows: Rows = [
        [
            "Plan",
            "Reference",
            "Commitment",
            "Status",
            "Themes",
            "Actions open",
            "Actions closed",
            "Consultations",
        ]
    ]
    return rows + [
        [
            *(each["plan"], each["ref"], each["title"], each["status_words"]),
            "; ".join(f"{figure['label']}: {shown(figure['count'])}" for figure in each["themes"]),
            *(each["actions_open"], each["actions_closed"]),
            "; ".join(asked["title"] for asked in each["consultations"]),
        ]
        for each in commitments
    ]


def _consultations(consultations: Iterable[Data]) -> Rows:
    rows: Rows = [["Consultation", "Where it stands", "What", "People", "In words"]]
    for each in consultations:
        rows.append([each["title"], each["phase"], "People who answered", shown(each["people"]), ""])
        rows += [
            [each["title"], each["phase"], option["label"], shown(option["count"]), ""]
            for option in each["options"]
        ]
        rows.append([each["title"], each["phase"], "Decision", "", each["decision"]])
        rows.append([each["title"], each["phase"], "How your views were used", "", each["views_used"]])
    return rows


def _risks(risks: Data) -> Rows:
    rows: Rows = [["Level", "Comments", "Decided", "Median hours to a decision"]]
    rows += [
        [each["label"], shown(each["opened"]), shown(each["decided"]), _hours(each)]
        for each in risks["levels"]
    ]
    return [*rows, [risks["note"], "", "", ""]]


def _hours(risk: Data) -> Any:
    return "" if risk["decided"] == 0 else shown(risk["median_hours"])


def _method(report: Finished) -> Rows:
    method = report.dataset["method"]
    return [
        ["Method", "In words"],
        ["Hidden figures", method["suppression"]],
        ["Held back", method["withheld"]],
        ["Who answered", method["sample"]],
        ["Themes", method["themes"]],
        ["Organisation", method["basis"]],
        ["Text model", method["text_model"]],
        ["Themes list", method["themes_list"]],
        ["Format", method["format"]],
        ["Compiled", day(report.dataset["compiled_at"])],
        ["Digest (SHA-256)", report.digest],
    ]
