"""Addresses of Understand."""

from django.urls import path

from surveys.web.desk.understand import accuracy, agreement, codes, emerging, learned, plan

urlpatterns = [
    path("codes/", codes.codes, name="codes"),
    path("codes/add/", codes.add, name="code-add"),
    path("codes/merge/", codes.merge, name="codes-merge"),
    path("codes/history/", codes.history, name="codes-history"),
    path("codes/again/", codes.again, name="codes-again"),
    path("codes/<str:code>/", codes.change, name="code"),
    path("codes/<str:code>/split/", codes.split, name="code-split"),
    path("codes/<str:code>/retire/", codes.retire, name="code-retire"),
    path("codes/<str:code>/restore/", codes.restore, name="code-restore"),
    path("accuracy/", accuracy.accuracy, name="accuracy"),
    path("agreement/", agreement.agreement, name="agreement"),
    path("agreement/<uuid:sample_id>/", agreement.sample, name="agreement-sample"),
    path("agreement/settle/<uuid:item_id>/", agreement.settle, name="agreement-settle"),
    path("code/", agreement.to_code, name="to-code"),
    path("code/<uuid:sample_id>/", agreement.code_next, name="code-next"),
    path("emerging/", emerging.emerging, name="emerging"),
    path("emerging/<uuid:prompt_id>/", emerging.make, name="emerging-make"),
    path("emerging/<uuid:prompt_id>/not/", emerging.dismiss, name="emerging-dismiss"),
    path("learned/", learned.learned, name="learned"),
    path("learned/<uuid:version_id>/take-back/", learned.take_back, name="learned-take-back"),
    path("plan/", plan.plan, name="plan"),
]
