"""The funding's tables, at the state of their first two migrations."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import kme_portal.base.searching
from kme_portal.base.migrating import AllAtOnce


class Migration(migrations.Migration):
    replaces = [("funding", "0001_initial"), ("funding", "0002_search_indexes")]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("events", "0001_squashed_0003_costs_and_target_groups"),
        ("organisations", "0001_squashed_0006_contact_note_follow_up"),
    ]

    operations = [
        AllAtOnce(
            operations=[
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "name_de",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_tr",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_ar",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        ("short_name", models.CharField(max_length=40, verbose_name="short name")),
                        (
                            "aliases",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="other spellings"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "summary",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="in one sentence"
                            ),
                        ),
                        (
                            "summary_de",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "summary_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "summary_tr",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "summary_ar",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=8000, verbose_name="description"
                            ),
                        ),
                        (
                            "description_de",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_en",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_tr",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_ar",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="granting authority"
                            ),
                        ),
                        (
                            "authority_url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="page of the authority"
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=100, verbose_name="order"),
                        ),
                        (
                            "source",
                            models.URLField(blank=True, max_length=400, verbose_name="source"),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="funding.programme",
                                verbose_name="merged into",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "programme",
                        "verbose_name_plural": "programmes",
                        "ordering": ["order", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Call",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                help_text="Such as 2023/24.",
                                max_length=40,
                                verbose_name="funding phase",
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
                        ),
                        (
                            "summary_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "published_on",
                            models.DateField(blank=True, null=True, verbose_name="published on"),
                        ),
                        (
                            "opens_on",
                            models.DateField(
                                blank=True,
                                help_text="Left empty where it is not known.",
                                null=True,
                                verbose_name="opens on",
                            ),
                        ),
                        (
                            "closes_on",
                            models.DateField(
                                help_text="The deadline ends at midnight of this day.",
                                verbose_name="closes on",
                            ),
                        ),
                        (
                            "budget",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="money available in euro",
                            ),
                        ),
                        (
                            "budget_note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_de",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_en",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_tr",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_ar",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="official call"
                            ),
                        ),
                        (
                            "is_published",
                            models.BooleanField(default=False, verbose_name="published"),
                        ),
                        (
                            "source",
                            models.URLField(blank=True, max_length=400, verbose_name="source"),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "priorities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="priorities",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calls",
                                to="funding.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "call",
                        "verbose_name_plural": "calls",
                        "ordering": ["-closes_on", "id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    kme_portal.base.searching.DeSort(
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="call_search_title",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    kme_portal.base.searching.DeSort(
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="call_search_text",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("opens_on", None),
                                    ("closes_on__gte", models.F("opens_on")),
                                    _connector="OR",
                                ),
                                name="call_closes_after_it_opens",
                                violation_error_message="The deadline lies before the opening.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pillar",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="name")),
                        (
                            "name_de",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "name_tr",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "name_ar",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "for_whom",
                            models.CharField(blank=True, max_length=300, verbose_name="for whom"),
                        ),
                        (
                            "for_whom_de",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "for_whom_en",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "for_whom_tr",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "for_whom_ar",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="funding rate in percent",
                            ),
                        ),
                        (
                            "cap",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="at most, euro",
                            ),
                        ),
                        (
                            "cap_note",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_de",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_en",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_tr",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_ar",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="at least, euro",
                            ),
                        ),
                        (
                            "least_own_share",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="own share at least, percent",
                            ),
                        ),
                        (
                            "most_volunteer_share",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="voluntary work at most, percent",
                            ),
                        ),
                        (
                            "hour_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="value of a voluntary hour in euro",
                            ),
                        ),
                        (
                            "criteria",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=100, verbose_name="order"),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pillars",
                                to="funding.call",
                                verbose_name="call",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kind of funding",
                        "verbose_name_plural": "kinds of funding",
                        "ordering": ["order", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("rate", None),
                                        models.Q(("rate__gt", 0), ("rate__lte", 100)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("least_own_share", None),
                                        models.Q(
                                            ("least_own_share__gte", 0),
                                            ("least_own_share__lte", 100),
                                        ),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("most_volunteer_share", None),
                                        models.Q(
                                            ("most_volunteer_share__gte", 0),
                                            ("most_volunteer_share__lte", 100),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                name="pillar_shares_are_percent",
                                violation_error_message="A share lies between 0 and 100 percent.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("floor", None),
                                    ("cap", None),
                                    ("floor__lte", models.F("cap")),
                                    _connector="OR",
                                ),
                                name="pillar_floor_below_cap",
                                violation_error_message="The least amount lies above the cap.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PillarHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=150, verbose_name="name")),
                        (
                            "name_de",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "name_tr",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "name_ar",
                            models.CharField(max_length=150, null=True, verbose_name="name"),
                        ),
                        (
                            "for_whom",
                            models.CharField(blank=True, max_length=300, verbose_name="for whom"),
                        ),
                        (
                            "for_whom_de",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "for_whom_en",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "for_whom_tr",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "for_whom_ar",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="for whom"
                            ),
                        ),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="funding rate in percent",
                            ),
                        ),
                        (
                            "cap",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="at most, euro",
                            ),
                        ),
                        (
                            "cap_note",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_de",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_en",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_tr",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "cap_note_ar",
                            models.CharField(
                                blank=True,
                                help_text="Such as “per year”.",
                                max_length=200,
                                null=True,
                                verbose_name="on the cap",
                            ),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="at least, euro",
                            ),
                        ),
                        (
                            "least_own_share",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="own share at least, percent",
                            ),
                        ),
                        (
                            "most_volunteer_share",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="voluntary work at most, percent",
                            ),
                        ),
                        (
                            "hour_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="value of a voluntary hour in euro",
                            ),
                        ),
                        (
                            "criteria",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "criteria_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="conditions"
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=100, verbose_name="order"),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="funding.call",
                                verbose_name="call",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="funding.pillar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of kind of funding",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="pillar_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                db_index=False, max_length=80, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                help_text="Such as 2023/24.",
                                max_length=40,
                                verbose_name="funding phase",
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
                        ),
                        (
                            "summary_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "published_on",
                            models.DateField(blank=True, null=True, verbose_name="published on"),
                        ),
                        (
                            "opens_on",
                            models.DateField(
                                blank=True,
                                help_text="Left empty where it is not known.",
                                null=True,
                                verbose_name="opens on",
                            ),
                        ),
                        (
                            "closes_on",
                            models.DateField(
                                help_text="The deadline ends at midnight of this day.",
                                verbose_name="closes on",
                            ),
                        ),
                        (
                            "budget",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="money available in euro",
                            ),
                        ),
                        (
                            "budget_note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_de",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_en",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_tr",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "budget_note_ar",
                            models.CharField(
                                blank=True, max_length=200, null=True, verbose_name="on the money"
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="official call"
                            ),
                        ),
                        (
                            "is_published",
                            models.BooleanField(default=False, verbose_name="published"),
                        ),
                        (
                            "source",
                            models.URLField(blank=True, max_length=400, verbose_name="source"),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="funding.call",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="funding.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of call",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="call_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "name_de",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_tr",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_ar",
                            models.CharField(max_length=200, null=True, verbose_name="name"),
                        ),
                        ("short_name", models.CharField(max_length=40, verbose_name="short name")),
                        (
                            "aliases",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="other spellings"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                db_index=False, max_length=80, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "summary",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="in one sentence"
                            ),
                        ),
                        (
                            "summary_de",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "summary_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "summary_tr",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "summary_ar",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="in one sentence",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=8000, verbose_name="description"
                            ),
                        ),
                        (
                            "description_de",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_en",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_tr",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_ar",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="granting authority"
                            ),
                        ),
                        (
                            "authority_url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="page of the authority"
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=100, verbose_name="order"),
                        ),
                        (
                            "source",
                            models.URLField(blank=True, max_length=400, verbose_name="source"),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="funding.programme",
                                verbose_name="merged into",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="funding.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of programme",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="programme_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Project",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="public summary"
                            ),
                        ),
                        (
                            "summary_de",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "summary_tr",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "summary_ar",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "remained",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "website",
                            models.URLField(blank=True, max_length=400, verbose_name="website"),
                        ),
                        (
                            "is_published",
                            models.BooleanField(default=False, verbose_name="published"),
                        ),
                        (
                            "source",
                            models.URLField(blank=True, max_length=400, verbose_name="source"),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "carrier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="carried_projects",
                                to="organisations.organisation",
                                verbose_name="carrier of record",
                            ),
                        ),
                        (
                            "districts",
                            models.ManyToManyField(
                                blank=True,
                                related_name="projects",
                                to="organisations.district",
                                verbose_name="districts",
                            ),
                        ),
                        (
                            "events",
                            models.ManyToManyField(
                                blank=True,
                                related_name="projects",
                                to="events.event",
                                verbose_name="events",
                            ),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="followed_by",
                                to="funding.project",
                                verbose_name="follows",
                            ),
                        ),
                        (
                            "pillar",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="funding.pillar",
                                verbose_name="kind of funding",
                            ),
                        ),
                        (
                            "presented_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who tells of the project, where that is not the carrier of record.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="presented_projects",
                                to="organisations.organisation",
                                verbose_name="presented by",
                            ),
                        ),
                        (
                            "priorities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="priorities",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "project",
                        "verbose_name_plural": "projects",
                        "ordering": ["-from_on", "id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    kme_portal.base.searching.DeSort(
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("title_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="project_search_title",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    kme_portal.base.searching.DeSort(
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("summary_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("remained_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("remained_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("remained_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("remained_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="project_search_text",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_on", None),
                                    ("from_on", None),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="project_ends_after_it_begins",
                                violation_error_message="The end lies before the beginning.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("follows", None),
                                    models.Q(("follows", models.F("pk")), _negated=True),
                                    _connector="OR",
                                ),
                                name="project_does_not_follow_itself",
                                violation_error_message="A project cannot follow itself.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                db_index=False, max_length=80, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="public summary"
                            ),
                        ),
                        (
                            "summary_de",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "summary_tr",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "summary_ar",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                null=True,
                                verbose_name="public summary",
                            ),
                        ),
                        (
                            "remained",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        (
                            "remained_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="what remained"
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "website",
                            models.URLField(blank=True, max_length=400, verbose_name="website"),
                        ),
                        (
                            "is_published",
                            models.BooleanField(default=False, verbose_name="published"),
                        ),
                        (
                            "source",
                            models.URLField(blank=True, max_length=400, verbose_name="source"),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "carrier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="carrier of record",
                            ),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="funding.project",
                                verbose_name="follows",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="funding.project",
                            ),
                        ),
                        (
                            "pillar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="funding.pillar",
                                verbose_name="kind of funding",
                            ),
                        ),
                        (
                            "presented_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who tells of the project, where that is not the carrier of record.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="presented by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of project",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="project_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectPartner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("partner", "partner association"),
                                    ("participant", "further participant"),
                                ],
                                default="partner",
                                max_length=12,
                                verbose_name="role",
                            ),
                        ),
                        ("goal", models.CharField(blank=True, max_length=300, verbose_name="goal")),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partnerships",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partners",
                                to="funding.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partner",
                        "verbose_name_plural": "partners",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("project", "organisation"),
                                name="project_partner_once",
                                violation_error_message="This organisation is a partner already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_on", None),
                                    ("from_on", None),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="project_partner_ends_after_it_begins",
                                violation_error_message="The end lies before the beginning.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatusEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("interest", "expression of interest"),
                                    ("applied", "applied"),
                                    ("granted", "granted"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                    ("running", "running"),
                                    ("proof_due", "proof of use due"),
                                    ("proof_handed_in", "proof of use handed in"),
                                    ("completed", "completed"),
                                    ("revoked", "revoked"),
                                ],
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="amount in euro",
                            ),
                        ),
                        ("valid_on", models.DateField(verbose_name="valid since")),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="recorded",
                            ),
                        ),
                        ("source", models.CharField(max_length=400, verbose_name="source")),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="status_entries",
                                to="funding.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "status entry",
                        "verbose_name_plural": "status entries",
                        "ordering": ["valid_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount", None), ("amount__gte", 0), _connector="OR"
                                ),
                                name="status_entry_amount_not_negative",
                                violation_error_message="An amount cannot be negative.",
                            )
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_programmehistory" ("aliases", "authority", "authority_url", "created_at", "description", "description_ar", "description_de", "description_en", "description_tr", "id", "is_demo", "merged_into_id", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "translated_from") VALUES (NEW."aliases", NEW."authority", NEW."authority_url", NEW."created_at", NEW."description", NEW."description_ar", NEW."description_de", NEW."description_en", NEW."description_tr", NEW."id", NEW."is_demo", NEW."merged_into_id", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."short_name", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."translated_from"); RETURN NULL;',
                            hash="3ee0402bf332e1114fc7192d5168359929910f1e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3c927",
                            table="funding_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."aliases" IS DISTINCT FROM (NEW."aliases") OR OLD."authority" IS DISTINCT FROM (NEW."authority") OR OLD."authority_url" IS DISTINCT FROM (NEW."authority_url") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_ar" IS DISTINCT FROM (NEW."description_ar") OR OLD."description_de" IS DISTINCT FROM (NEW."description_de") OR OLD."description_en" IS DISTINCT FROM (NEW."description_en") OR OLD."description_tr" IS DISTINCT FROM (NEW."description_tr") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_de" IS DISTINCT FROM (NEW."name_de") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_tr" IS DISTINCT FROM (NEW."name_tr") OR OLD."order" IS DISTINCT FROM (NEW."order") OR OLD."short_name" IS DISTINCT FROM (NEW."short_name") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_ar" IS DISTINCT FROM (NEW."summary_ar") OR OLD."summary_de" IS DISTINCT FROM (NEW."summary_de") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."summary_tr" IS DISTINCT FROM (NEW."summary_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from"))',
                            func='INSERT INTO "funding_programmehistory" ("aliases", "authority", "authority_url", "created_at", "description", "description_ar", "description_de", "description_en", "description_tr", "id", "is_demo", "merged_into_id", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "translated_from") VALUES (NEW."aliases", NEW."authority", NEW."authority_url", NEW."created_at", NEW."description", NEW."description_ar", NEW."description_de", NEW."description_en", NEW."description_tr", NEW."id", NEW."is_demo", NEW."merged_into_id", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."short_name", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."translated_from"); RETURN NULL;',
                            hash="80361527db1d52570b350db642a398667dd4dd95",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_63414",
                            table="funding_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_programmehistory" ("aliases", "authority", "authority_url", "created_at", "description", "description_ar", "description_de", "description_en", "description_tr", "id", "is_demo", "merged_into_id", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "translated_from") VALUES (OLD."aliases", OLD."authority", OLD."authority_url", OLD."created_at", OLD."description", OLD."description_ar", OLD."description_de", OLD."description_en", OLD."description_tr", OLD."id", OLD."is_demo", OLD."merged_into_id", OLD."name", OLD."name_ar", OLD."name_de", OLD."name_en", OLD."name_tr", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."short_name", OLD."slug", OLD."source", OLD."summary", OLD."summary_ar", OLD."summary_de", OLD."summary_en", OLD."summary_tr", OLD."translated_from"); RETURN NULL;',
                            hash="4f6fb517d59ee3ac0be45992d26e353350ca27b5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9d7e2",
                            table="funding_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="call",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_callhistory" ("budget", "budget_note", "budget_note_ar", "budget_note_de", "budget_note_en", "budget_note_tr", "closes_on", "created_at", "id", "is_demo", "is_published", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "programme_id", "published_on", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "url") VALUES (NEW."budget", NEW."budget_note", NEW."budget_note_ar", NEW."budget_note_de", NEW."budget_note_en", NEW."budget_note_tr", NEW."closes_on", NEW."created_at", NEW."id", NEW."is_demo", NEW."is_published", NEW."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."phase", NEW."programme_id", NEW."published_on", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."url"); RETURN NULL;',
                            hash="c6d831796f1cff69be575023eae69f1a5f8e238d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8e57e",
                            table="funding_call",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="call",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."budget" IS DISTINCT FROM (NEW."budget") OR OLD."budget_note" IS DISTINCT FROM (NEW."budget_note") OR OLD."budget_note_ar" IS DISTINCT FROM (NEW."budget_note_ar") OR OLD."budget_note_de" IS DISTINCT FROM (NEW."budget_note_de") OR OLD."budget_note_en" IS DISTINCT FROM (NEW."budget_note_en") OR OLD."budget_note_tr" IS DISTINCT FROM (NEW."budget_note_tr") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."phase" IS DISTINCT FROM (NEW."phase") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_ar" IS DISTINCT FROM (NEW."summary_ar") OR OLD."summary_de" IS DISTINCT FROM (NEW."summary_de") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."summary_tr" IS DISTINCT FROM (NEW."summary_tr") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from") OR OLD."url" IS DISTINCT FROM (NEW."url"))',
                            func='INSERT INTO "funding_callhistory" ("budget", "budget_note", "budget_note_ar", "budget_note_de", "budget_note_en", "budget_note_tr", "closes_on", "created_at", "id", "is_demo", "is_published", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "programme_id", "published_on", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "url") VALUES (NEW."budget", NEW."budget_note", NEW."budget_note_ar", NEW."budget_note_de", NEW."budget_note_en", NEW."budget_note_tr", NEW."closes_on", NEW."created_at", NEW."id", NEW."is_demo", NEW."is_published", NEW."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."phase", NEW."programme_id", NEW."published_on", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."url"); RETURN NULL;',
                            hash="d8f4bcd0b89edab3dc8179318c10876277acec9a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b1391",
                            table="funding_call",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="call",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_callhistory" ("budget", "budget_note", "budget_note_ar", "budget_note_de", "budget_note_en", "budget_note_tr", "closes_on", "created_at", "id", "is_demo", "is_published", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "programme_id", "published_on", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "url") VALUES (OLD."budget", OLD."budget_note", OLD."budget_note_ar", OLD."budget_note_de", OLD."budget_note_en", OLD."budget_note_tr", OLD."closes_on", OLD."created_at", OLD."id", OLD."is_demo", OLD."is_published", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."phase", OLD."programme_id", OLD."published_on", OLD."slug", OLD."source", OLD."summary", OLD."summary_ar", OLD."summary_de", OLD."summary_en", OLD."summary_tr", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."translated_from", OLD."url"); RETURN NULL;',
                            hash="144b70f26b7eba6025c7f10a74584db12f5fa4f1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2ed63",
                            table="funding_call",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pillar",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_pillarhistory" ("call_id", "cap", "cap_note", "cap_note_ar", "cap_note_de", "cap_note_en", "cap_note_tr", "criteria", "criteria_ar", "criteria_de", "criteria_en", "criteria_tr", "floor", "for_whom", "for_whom_ar", "for_whom_de", "for_whom_en", "for_whom_tr", "hour_value", "id", "least_own_share", "most_volunteer_share", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate") VALUES (NEW."call_id", NEW."cap", NEW."cap_note", NEW."cap_note_ar", NEW."cap_note_de", NEW."cap_note_en", NEW."cap_note_tr", NEW."criteria", NEW."criteria_ar", NEW."criteria_de", NEW."criteria_en", NEW."criteria_tr", NEW."floor", NEW."for_whom", NEW."for_whom_ar", NEW."for_whom_de", NEW."for_whom_en", NEW."for_whom_tr", NEW."hour_value", NEW."id", NEW."least_own_share", NEW."most_volunteer_share", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."rate"); RETURN NULL;',
                            hash="3c96b2c28074871cdb0fb2ffb923596056ba8db1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d9c2a",
                            table="funding_pillar",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pillar",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "funding_pillarhistory" ("call_id", "cap", "cap_note", "cap_note_ar", "cap_note_de", "cap_note_en", "cap_note_tr", "criteria", "criteria_ar", "criteria_de", "criteria_en", "criteria_tr", "floor", "for_whom", "for_whom_ar", "for_whom_de", "for_whom_en", "for_whom_tr", "hour_value", "id", "least_own_share", "most_volunteer_share", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate") VALUES (NEW."call_id", NEW."cap", NEW."cap_note", NEW."cap_note_ar", NEW."cap_note_de", NEW."cap_note_en", NEW."cap_note_tr", NEW."criteria", NEW."criteria_ar", NEW."criteria_de", NEW."criteria_en", NEW."criteria_tr", NEW."floor", NEW."for_whom", NEW."for_whom_ar", NEW."for_whom_de", NEW."for_whom_en", NEW."for_whom_tr", NEW."hour_value", NEW."id", NEW."least_own_share", NEW."most_volunteer_share", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."rate"); RETURN NULL;',
                            hash="d30f9e494dbfcbe696dc039e6ad9e8d72f04ac88",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_01080",
                            table="funding_pillar",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pillar",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_pillarhistory" ("call_id", "cap", "cap_note", "cap_note_ar", "cap_note_de", "cap_note_en", "cap_note_tr", "criteria", "criteria_ar", "criteria_de", "criteria_en", "criteria_tr", "floor", "for_whom", "for_whom_ar", "for_whom_de", "for_whom_en", "for_whom_tr", "hour_value", "id", "least_own_share", "most_volunteer_share", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate") VALUES (OLD."call_id", OLD."cap", OLD."cap_note", OLD."cap_note_ar", OLD."cap_note_de", OLD."cap_note_en", OLD."cap_note_tr", OLD."criteria", OLD."criteria_ar", OLD."criteria_de", OLD."criteria_en", OLD."criteria_tr", OLD."floor", OLD."for_whom", OLD."for_whom_ar", OLD."for_whom_de", OLD."for_whom_en", OLD."for_whom_tr", OLD."hour_value", OLD."id", OLD."least_own_share", OLD."most_volunteer_share", OLD."name", OLD."name_ar", OLD."name_de", OLD."name_en", OLD."name_tr", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."rate"); RETURN NULL;',
                            hash="5c36deb8400a5f76a08e03a445d67a1b4dcc6e30",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d5896",
                            table="funding_pillar",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pillarhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9dd134bfa4a532e899606284f67983920b6faa48",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9b3d5",
                            table="funding_pillarhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="callhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7a47f8cea0793d4fceaa656d49008534ddbf3818",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_058f6",
                            table="funding_callhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programmehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fde22d3275a2a8deb0d1234126baa03d350b3592",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_17422",
                            table="funding_programmehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="project",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_projecthistory" ("carrier_id", "created_at", "follows_id", "from_on", "id", "is_demo", "is_published", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "presented_by_id", "remained", "remained_ar", "remained_de", "remained_en", "remained_tr", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "to_on", "translated_from", "website") VALUES (NEW."carrier_id", NEW."created_at", NEW."follows_id", NEW."from_on", NEW."id", NEW."is_demo", NEW."is_published", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."pillar_id", NEW."presented_by_id", NEW."remained", NEW."remained_ar", NEW."remained_de", NEW."remained_en", NEW."remained_tr", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."to_on", NEW."translated_from", NEW."website"); RETURN NULL;',
                            hash="6f7602943eee645163a3f1791975481afe7d0d54",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0e0e",
                            table="funding_project",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="project",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."carrier_id" IS DISTINCT FROM (NEW."carrier_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."follows_id" IS DISTINCT FROM (NEW."follows_id") OR OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."pillar_id" IS DISTINCT FROM (NEW."pillar_id") OR OLD."presented_by_id" IS DISTINCT FROM (NEW."presented_by_id") OR OLD."remained" IS DISTINCT FROM (NEW."remained") OR OLD."remained_ar" IS DISTINCT FROM (NEW."remained_ar") OR OLD."remained_de" IS DISTINCT FROM (NEW."remained_de") OR OLD."remained_en" IS DISTINCT FROM (NEW."remained_en") OR OLD."remained_tr" IS DISTINCT FROM (NEW."remained_tr") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_ar" IS DISTINCT FROM (NEW."summary_ar") OR OLD."summary_de" IS DISTINCT FROM (NEW."summary_de") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."summary_tr" IS DISTINCT FROM (NEW."summary_tr") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."to_on" IS DISTINCT FROM (NEW."to_on") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                            func='INSERT INTO "funding_projecthistory" ("carrier_id", "created_at", "follows_id", "from_on", "id", "is_demo", "is_published", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "presented_by_id", "remained", "remained_ar", "remained_de", "remained_en", "remained_tr", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "to_on", "translated_from", "website") VALUES (NEW."carrier_id", NEW."created_at", NEW."follows_id", NEW."from_on", NEW."id", NEW."is_demo", NEW."is_published", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."pillar_id", NEW."presented_by_id", NEW."remained", NEW."remained_ar", NEW."remained_de", NEW."remained_en", NEW."remained_tr", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."to_on", NEW."translated_from", NEW."website"); RETURN NULL;',
                            hash="875aa06ec91be04d5b913f9e050f461d0f316cd2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_16631",
                            table="funding_project",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="project",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "funding_projecthistory" ("carrier_id", "created_at", "follows_id", "from_on", "id", "is_demo", "is_published", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "presented_by_id", "remained", "remained_ar", "remained_de", "remained_en", "remained_tr", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "to_on", "translated_from", "website") VALUES (OLD."carrier_id", OLD."created_at", OLD."follows_id", OLD."from_on", OLD."id", OLD."is_demo", OLD."is_published", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."pillar_id", OLD."presented_by_id", OLD."remained", OLD."remained_ar", OLD."remained_de", OLD."remained_en", OLD."remained_tr", OLD."slug", OLD."source", OLD."summary", OLD."summary_ar", OLD."summary_de", OLD."summary_en", OLD."summary_tr", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."to_on", OLD."translated_from", OLD."website"); RETURN NULL;',
                            hash="a8308c3d7e2709c1854eff9f7d780394909a47c9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_34698",
                            table="funding_project",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projecthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e99ac4485afbb69b38798319170be7c8f45ef25b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_01219",
                            table="funding_projecthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statusentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f3beb73a25a78784699559be65d2cfe529c3d958",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b6b5d",
                            table="funding_statusentry",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
