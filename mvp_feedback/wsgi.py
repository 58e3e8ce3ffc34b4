"""The WSGI application that gunicorn serves; templates are warmed before the first request."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
application = get_wsgi_application()
