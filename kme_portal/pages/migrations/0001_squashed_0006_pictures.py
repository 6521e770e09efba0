"""The pages' tables, at the state of their first six migrations."""

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
    replaces = [
        ("pages", "0001_initial"),
        ("pages", "0002_news"),
        ("pages", "0003_search_indexes"),
        ("pages", "0004_pages_facts_and_cases"),
        ("pages", "0005_social_links"),
        ("pages", "0006_pictures"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("base", "0003_stored_files"),
        ("dialogues", "0001_squashed_0002_search_indexes"),
        ("events", "0001_squashed_0003_costs_and_target_groups"),
        ("funding", "0001_squashed_0002_search_indexes"),
    ]

    operations = [
        AllAtOnce(
            operations=[
                migrations.CreateModel(
                    name="Page",
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
                        (
                            "slug",
                            models.SlugField(
                                choices=[
                                    ("impressum", "Imprint"),
                                    ("datenschutz", "Privacy"),
                                    ("barrierefreiheit", "Accessibility"),
                                    ("netiquette", "Netiquette"),
                                    ("ueber-uns", "About us"),
                                    ("kontakt", "Contact"),
                                    ("presse", "Press"),
                                    ("soziale-medien", "Social media"),
                                    ("leichte-sprache", "Leichte Sprache"),
                                    ("leichte-sprache-mitmachen", "Leichte Sprache: taking part"),
                                    ("leichte-sprache-anmelden", "Leichte Sprache: registering"),
                                ],
                                max_length=40,
                                unique=True,
                                verbose_name="page",
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "body",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_de",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_en",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_tr",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_ar",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="The day on which the office last checked that the text is right.",
                                null=True,
                                verbose_name="reviewed on",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "page of text",
                        "verbose_name_plural": "pages of text",
                        "ordering": ["slug"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "slug__in",
                                        [
                                            "impressum",
                                            "datenschutz",
                                            "barrierefreiheit",
                                            "netiquette",
                                            "ueber-uns",
                                            "kontakt",
                                            "presse",
                                            "soziale-medien",
                                            "leichte-sprache",
                                            "leichte-sprache-mitmachen",
                                            "leichte-sprache-anmelden",
                                        ],
                                    )
                                ),
                                name="page_slug_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PageHistory",
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
                        (
                            "slug",
                            models.SlugField(
                                choices=[
                                    ("impressum", "Imprint"),
                                    ("datenschutz", "Privacy"),
                                    ("barrierefreiheit", "Accessibility"),
                                    ("netiquette", "Netiquette"),
                                    ("ueber-uns", "About us"),
                                    ("kontakt", "Contact"),
                                    ("presse", "Press"),
                                    ("soziale-medien", "Social media"),
                                    ("leichte-sprache", "Leichte Sprache"),
                                    ("leichte-sprache-mitmachen", "Leichte Sprache: taking part"),
                                    ("leichte-sprache-anmelden", "Leichte Sprache: registering"),
                                ],
                                db_index=False,
                                max_length=40,
                                verbose_name="page",
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "body",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_de",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_en",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_tr",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_ar",
                            models.TextField(
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address). A line with [[…]] is not shown to readers until you replace it.",
                                max_length=60000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="The day on which the office last checked that the text is right.",
                                null=True,
                                verbose_name="reviewed on",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="pages.page",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of page of text",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="page_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
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
                            "kind",
                            models.CharField(
                                choices=[("contact", "Message"), ("barrier", "Barrier report")],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("invitation", "An invitation or a registration"),
                                    ("joining", "Our association is new here"),
                                    ("entry", "Something in the portal is wrong"),
                                    ("funding", "Funding and projects"),
                                    ("press", "Press"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="topic",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("new", "new"),
                                    ("in_progress", "in progress"),
                                    ("closed", "closed"),
                                ],
                                default="new",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(default="de", max_length=7, verbose_name="language"),
                        ),
                        ("page", models.CharField(blank=True, max_length=300, verbose_name="page")),
                        (
                            "message",
                            models.TextField(
                                blank=True, max_length=5000, verbose_name="what was written"
                            ),
                        ),
                        (
                            "assistive_technology",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="assistive technology"
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        (
                            "received_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="received"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="reply due on")),
                        ("answer_by", models.DateField(verbose_name="answered at the latest on")),
                        (
                            "interim_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="interim reply"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "solved"),
                                    ("explained", "explained, cannot be changed"),
                                    ("passed_on", "passed on"),
                                    ("unanswerable", "no answer possible or wanted"),
                                    ("spam", "advertising or abuse"),
                                ],
                                max_length=14,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "emptied_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="contents deleted"
                            ),
                        ),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="cases",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="in the hands of",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "message or report",
                        "verbose_name_plural": "messages and reports",
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "closed"), _negated=True),
                                fields=["due_on"],
                                name="case_open",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("status", "closed"),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "closed"), _negated=True),
                                        ("closed_at", None),
                                        ("outcome", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="case_closed_says_how",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("emptied_at", None),
                                    models.Q(
                                        ("assistive_technology", ""),
                                        ("email", ""),
                                        ("message", ""),
                                        ("name", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="case_emptied_is_empty",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__lte", models.F("answer_by"))),
                                name="case_due_before_the_end",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseHistory",
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
                            "kind",
                            models.CharField(
                                choices=[("contact", "Message"), ("barrier", "Barrier report")],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("invitation", "An invitation or a registration"),
                                    ("joining", "Our association is new here"),
                                    ("entry", "Something in the portal is wrong"),
                                    ("funding", "Funding and projects"),
                                    ("press", "Press"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="topic",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("new", "new"),
                                    ("in_progress", "in progress"),
                                    ("closed", "closed"),
                                ],
                                default="new",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(default="de", max_length=7, verbose_name="language"),
                        ),
                        ("page", models.CharField(blank=True, max_length=300, verbose_name="page")),
                        (
                            "received_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="received"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="reply due on")),
                        ("answer_by", models.DateField(verbose_name="answered at the latest on")),
                        (
                            "interim_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="interim reply"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "solved"),
                                    ("explained", "explained, cannot be changed"),
                                    ("passed_on", "passed on"),
                                    ("unanswerable", "no answer possible or wanted"),
                                    ("spam", "advertising or abuse"),
                                ],
                                max_length=14,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "emptied_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="contents deleted"
                            ),
                        ),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="in the hands of",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="pages.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of message or report",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="case_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseReply",
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
                            "kind",
                            models.CharField(
                                choices=[("interim", "interim reply"), ("answer", "answer")],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", models.TextField(max_length=5000, verbose_name="text")),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="written"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="pages.case",
                                verbose_name="message or report",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reply",
                        "verbose_name_plural": "replies",
                        "ordering": ["written_at"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Figure",
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
                        (
                            "key",
                            models.SlugField(
                                blank=True,
                                editable=False,
                                help_text="Of those that came with the portal, so that none comes twice.",
                                max_length=60,
                                null=True,
                                unique=True,
                            ),
                        ),
                        ("valid_on", models.DateField(verbose_name="day")),
                        (
                            "precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("year", "year")],
                                default="day",
                                max_length=5,
                                verbose_name="known to the",
                            ),
                        ),
                        ("source_name", models.CharField(max_length=150, verbose_name="source")),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="address of the source"
                            ),
                        ),
                        ("is_published", models.BooleanField(default=True, verbose_name="public")),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("network", "The network"),
                                    ("events", "Events"),
                                    ("funding", "Funding"),
                                ],
                                default="network",
                                max_length=8,
                                verbose_name="subject",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_de",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_en",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_tr",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_ar",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        ("what", models.CharField(max_length=150, verbose_name="what was counted")),
                        (
                            "what_de",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                        (
                            "what_en",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                        (
                            "what_tr",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                        (
                            "what_ar",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "figure",
                        "verbose_name_plural": "figures",
                        "ordering": ["subject", "valid_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FigureHistory",
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
                        (
                            "key",
                            models.SlugField(
                                blank=True,
                                db_index=False,
                                editable=False,
                                help_text="Of those that came with the portal, so that none comes twice.",
                                max_length=60,
                                null=True,
                            ),
                        ),
                        ("valid_on", models.DateField(verbose_name="day")),
                        (
                            "precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("year", "year")],
                                default="day",
                                max_length=5,
                                verbose_name="known to the",
                            ),
                        ),
                        ("source_name", models.CharField(max_length=150, verbose_name="source")),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="address of the source"
                            ),
                        ),
                        ("is_published", models.BooleanField(default=True, verbose_name="public")),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("network", "The network"),
                                    ("events", "Events"),
                                    ("funding", "Funding"),
                                ],
                                default="network",
                                max_length=8,
                                verbose_name="subject",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_de",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_en",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_tr",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "number_ar",
                            models.CharField(
                                help_text="With its word, such as “more than 120”.",
                                max_length=60,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        ("what", models.CharField(max_length=150, verbose_name="what was counted")),
                        (
                            "what_de",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                        (
                            "what_en",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                        (
                            "what_tr",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                        (
                            "what_ar",
                            models.CharField(
                                max_length=150, null=True, verbose_name="what was counted"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="pages.figure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of figure",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="figure_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
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
                        (
                            "key",
                            models.SlugField(
                                blank=True,
                                editable=False,
                                help_text="Of those that came with the portal, so that none comes twice.",
                                max_length=60,
                                null=True,
                                unique=True,
                            ),
                        ),
                        ("valid_on", models.DateField(verbose_name="day")),
                        (
                            "precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("year", "year")],
                                default="day",
                                max_length=5,
                                verbose_name="known to the",
                            ),
                        ),
                        ("source_name", models.CharField(max_length=150, verbose_name="source")),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="address of the source"
                            ),
                        ),
                        ("is_published", models.BooleanField(default=True, verbose_name="public")),
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "text",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="in one or two sentences"
                            ),
                        ),
                        (
                            "text_de",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "text_tr",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "text_ar",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry of the timeline",
                        "verbose_name_plural": "timeline",
                        "ordering": ["valid_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneHistory",
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
                        (
                            "key",
                            models.SlugField(
                                blank=True,
                                db_index=False,
                                editable=False,
                                help_text="Of those that came with the portal, so that none comes twice.",
                                max_length=60,
                                null=True,
                            ),
                        ),
                        ("valid_on", models.DateField(verbose_name="day")),
                        (
                            "precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("year", "year")],
                                default="day",
                                max_length=5,
                                verbose_name="known to the",
                            ),
                        ),
                        ("source_name", models.CharField(max_length=150, verbose_name="source")),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=400, verbose_name="address of the source"
                            ),
                        ),
                        ("is_published", models.BooleanField(default=True, verbose_name="public")),
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "text",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="in one or two sentences"
                            ),
                        ),
                        (
                            "text_de",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "text_tr",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "text_ar",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="pages.milestone",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of entry of the timeline",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="milestone_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Picture",
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
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "alt",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_de",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_en",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_tr",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_ar",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "credit",
                            models.CharField(
                                help_text="Whom to name. A person only if they agreed to be named.",
                                max_length=150,
                                verbose_name="made by",
                            ),
                        ),
                        (
                            "licence",
                            models.CharField(
                                help_text="Such as CC BY 4.0, or “free for reports on the office”.",
                                max_length=100,
                                verbose_name="licence",
                            ),
                        ),
                        (
                            "licence_url",
                            models.URLField(
                                blank=True, max_length=300, verbose_name="address of the licence"
                            ),
                        ),
                        (
                            "for_press",
                            models.BooleanField(
                                default=False,
                                help_text="Stands on the press page to be downloaded.",
                                verbose_name="offered to the press",
                            ),
                        ),
                        (
                            "stored",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="base.storedfile",
                                verbose_name="picture",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "picture",
                        "verbose_name_plural": "pictures",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("alt_de__isnull", False),
                                    models.Q(("alt_de", ""), _negated=True),
                                    models.Q(("credit", ""), _negated=True),
                                    models.Q(("licence", ""), _negated=True),
                                ),
                                name="picture_says_what_and_whose",
                                violation_error_message="A picture needs a description, a name and a licence.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NewsItem",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[("news", "Notice"), ("press", "Press notice")],
                                default="news",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("published", "published"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                blank=True,
                                help_text="Made from the title when it is published, and stays as it is from then on.",
                                max_length=80,
                                null=True,
                                unique=True,
                                verbose_name="address of the page",
                            ),
                        ),
                        (
                            "teaser",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_de",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_en",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_tr",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_ar",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "body",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_de",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_en",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_tr",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_ar",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "shown_from",
                            models.DateTimeField(
                                blank=True,
                                help_text="Empty: from the moment it is published.",
                                null=True,
                                verbose_name="shown from",
                            ),
                        ),
                        (
                            "shown_until",
                            models.DateTimeField(
                                blank=True,
                                help_text="Empty: it stays. Afterwards its page is gone for readers.",
                                null=True,
                                verbose_name="shown until",
                            ),
                        ),
                        (
                            "is_pinned",
                            models.BooleanField(
                                default=False,
                                help_text="Stands before the others.",
                                verbose_name="pinned",
                            ),
                        ),
                        (
                            "source",
                            models.URLField(
                                blank=True,
                                help_text="Where the original stands, when it was published elsewhere.",
                                max_length=400,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "events",
                            models.ManyToManyField(
                                blank=True,
                                related_name="news",
                                to="events.event",
                                verbose_name="events",
                            ),
                        ),
                        (
                            "projects",
                            models.ManyToManyField(
                                blank=True,
                                related_name="news",
                                to="funding.project",
                                verbose_name="projects",
                            ),
                        ),
                        (
                            "topics",
                            models.ManyToManyField(
                                blank=True,
                                related_name="news",
                                to="dialogues.topic",
                                verbose_name="topics",
                            ),
                        ),
                        (
                            "picture",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="news",
                                to="pages.picture",
                                verbose_name="picture",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "piece of news",
                        "verbose_name_plural": "news",
                        "ordering": ["-shown_from", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "published")),
                                fields=["-shown_from", "-id"],
                                name="news_public",
                            ),
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
                                name="news_search_title",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    kme_portal.base.searching.DeSort(
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("teaser_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("teaser_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("teaser_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("teaser_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("body_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("body_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("body_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("body_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="news_search_text",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("shown_until", None),
                                    ("shown_from", None),
                                    ("shown_until__gt", models.F("shown_from")),
                                    _connector="OR",
                                ),
                                name="news_ends_after_it_begins",
                                violation_error_message="It must be shown from an earlier moment than until.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draft"),
                                    models.Q(
                                        ("shown_from__isnull", False), ("slug__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="news_published_has_an_address",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NewsItemHistory",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[("news", "Notice"), ("press", "Press notice")],
                                default="news",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("published", "published"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                blank=True,
                                db_index=False,
                                help_text="Made from the title when it is published, and stays as it is from then on.",
                                max_length=80,
                                null=True,
                                verbose_name="address of the page",
                            ),
                        ),
                        (
                            "teaser",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_de",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_en",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_tr",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "teaser_ar",
                            models.CharField(
                                help_text="Stands in lists, feeds and previews.",
                                max_length=300,
                                null=True,
                                verbose_name="in one or two sentences",
                            ),
                        ),
                        (
                            "body",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_de",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_en",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_tr",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_ar",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: ## heading, - list, **bold**, [words](https://address).",
                                max_length=30000,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "shown_from",
                            models.DateTimeField(
                                blank=True,
                                help_text="Empty: from the moment it is published.",
                                null=True,
                                verbose_name="shown from",
                            ),
                        ),
                        (
                            "shown_until",
                            models.DateTimeField(
                                blank=True,
                                help_text="Empty: it stays. Afterwards its page is gone for readers.",
                                null=True,
                                verbose_name="shown until",
                            ),
                        ),
                        (
                            "is_pinned",
                            models.BooleanField(
                                default=False,
                                help_text="Stands before the others.",
                                verbose_name="pinned",
                            ),
                        ),
                        (
                            "source",
                            models.URLField(
                                blank=True,
                                help_text="Where the original stands, when it was published elsewhere.",
                                max_length=400,
                                verbose_name="source",
                            ),
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
                                to="pages.newsitem",
                            ),
                        ),
                        (
                            "picture",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pages.picture",
                                verbose_name="picture",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of piece of news",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="newsitem_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SocialLink",
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
                            "url",
                            models.URLField(
                                help_text="The address of a single video, picture or post.",
                                max_length=500,
                                verbose_name="link",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_de",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_tr",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_ar",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "service",
                            models.CharField(
                                choices=[
                                    ("youtube", "YouTube"),
                                    ("vimeo", "Vimeo"),
                                    ("facebook", "Facebook"),
                                    ("instagram", "Instagram"),
                                    ("pinterest", "Pinterest"),
                                    ("flickr", "Flickr"),
                                    ("x", "X (Twitter)"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="service",
                            ),
                        ),
                        ("content", models.CharField(editable=False, max_length=220)),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="events.event",
                                verbose_name="event",
                            ),
                        ),
                        (
                            "news",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="pages.newsitem",
                                verbose_name="piece of news",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="funding.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "link to another service",
                        "verbose_name_plural": "links to other services",
                        "ordering": ["order", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("event__isnull", True),
                                        ("news__isnull", False),
                                        ("project__isnull", True),
                                    ),
                                    models.Q(
                                        ("event__isnull", False),
                                        ("news__isnull", True),
                                        ("project__isnull", True),
                                    ),
                                    models.Q(
                                        ("event__isnull", True),
                                        ("news__isnull", True),
                                        ("project__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="social_link_has_one_subject",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "service__in",
                                        [
                                            "youtube",
                                            "vimeo",
                                            "facebook",
                                            "instagram",
                                            "pinterest",
                                            "flickr",
                                            "x",
                                        ],
                                    ),
                                    models.Q(("content", ""), _negated=True),
                                ),
                                name="social_link_is_of_a_known_service",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SocialLinkHistory",
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
                            "url",
                            models.URLField(
                                help_text="The address of a single video, picture or post.",
                                max_length=500,
                                verbose_name="link",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_de",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_tr",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_ar",
                            models.CharField(
                                help_text="What is to be seen there, in your own words.",
                                max_length=150,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "service",
                            models.CharField(
                                choices=[
                                    ("youtube", "YouTube"),
                                    ("vimeo", "Vimeo"),
                                    ("facebook", "Facebook"),
                                    ("instagram", "Instagram"),
                                    ("pinterest", "Pinterest"),
                                    ("flickr", "Flickr"),
                                    ("x", "X (Twitter)"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="service",
                            ),
                        ),
                        ("content", models.CharField(editable=False, max_length=220)),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="event",
                            ),
                        ),
                        (
                            "news",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pages.newsitem",
                                verbose_name="piece of news",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="pages.sociallink",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="funding.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of link to another service",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="sociallink_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PictureHistory",
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
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "title_de",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_tr",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ar",
                            models.CharField(max_length=150, null=True, verbose_name="title"),
                        ),
                        (
                            "alt",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_de",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_en",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_tr",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "alt_ar",
                            models.CharField(
                                help_text="For people who do not see it: what matters in it, in one sentence.",
                                max_length=300,
                                null=True,
                                verbose_name="what is to be seen",
                            ),
                        ),
                        (
                            "credit",
                            models.CharField(
                                help_text="Whom to name. A person only if they agreed to be named.",
                                max_length=150,
                                verbose_name="made by",
                            ),
                        ),
                        (
                            "licence",
                            models.CharField(
                                help_text="Such as CC BY 4.0, or “free for reports on the office”.",
                                max_length=100,
                                verbose_name="licence",
                            ),
                        ),
                        (
                            "licence_url",
                            models.URLField(
                                blank=True, max_length=300, verbose_name="address of the licence"
                            ),
                        ),
                        (
                            "for_press",
                            models.BooleanField(
                                default=False,
                                help_text="Stands on the press page to be downloaded.",
                                verbose_name="offered to the press",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="pages.picture",
                            ),
                        ),
                        (
                            "stored",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="base.storedfile",
                                verbose_name="picture",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of picture",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="picture_history")
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="page",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_pagehistory" ("body", "body_ar", "body_de", "body_en", "body_tr", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_on", "slug", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (NEW."body", NEW."body_ar", NEW."body_de", NEW."body_en", NEW."body_tr", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."reviewed_on", NEW."slug", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from"); RETURN NULL;',
                            hash="6bc903fcc3f4cf1e6fed3ce528751750c7052cef",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e8067",
                            table="pages_page",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="page",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."body_ar" IS DISTINCT FROM (NEW."body_ar") OR OLD."body_de" IS DISTINCT FROM (NEW."body_de") OR OLD."body_en" IS DISTINCT FROM (NEW."body_en") OR OLD."body_tr" IS DISTINCT FROM (NEW."body_tr") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reviewed_on" IS DISTINCT FROM (NEW."reviewed_on") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from"))',
                            func='INSERT INTO "pages_pagehistory" ("body", "body_ar", "body_de", "body_en", "body_tr", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_on", "slug", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (NEW."body", NEW."body_ar", NEW."body_de", NEW."body_en", NEW."body_tr", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."reviewed_on", NEW."slug", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from"); RETURN NULL;',
                            hash="9ded806f6d9a98abcc3703f31e880e3816817bba",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_847b7",
                            table="pages_page",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="page",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_pagehistory" ("body", "body_ar", "body_de", "body_en", "body_tr", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_on", "slug", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (OLD."body", OLD."body_ar", OLD."body_de", OLD."body_en", OLD."body_tr", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reviewed_on", OLD."slug", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."translated_from"); RETURN NULL;',
                            hash="7ab30f7c2ff757f7e5af0033a2615abdb6706300",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f1297",
                            table="pages_page",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pagehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ffbc9dcfa108e75571554a69bd41b6956b17e785",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_71f7b",
                            table="pages_pagehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_casehistory" ("answer_by", "answered_at", "assigned_to_id", "closed_at", "created_at", "due_on", "emptied_at", "id", "interim_at", "kind", "language", "outcome", "page", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "status", "topic") VALUES (NEW."answer_by", NEW."answered_at", NEW."assigned_to_id", NEW."closed_at", NEW."created_at", NEW."due_on", NEW."emptied_at", NEW."id", NEW."interim_at", NEW."kind", NEW."language", NEW."outcome", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."received_at", NEW."status", NEW."topic"); RETURN NULL;',
                            hash="497dce630150a1037a218a9d8cd70a274a2d3bb3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_45d75",
                            table="pages_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."assigned_to_id" IS DISTINCT FROM (NEW."assigned_to_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."emptied_at" IS DISTINCT FROM (NEW."emptied_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interim_at" IS DISTINCT FROM (NEW."interim_at") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."page" IS DISTINCT FROM (NEW."page") OR OLD."received_at" IS DISTINCT FROM (NEW."received_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."topic" IS DISTINCT FROM (NEW."topic"))',
                            func='INSERT INTO "pages_casehistory" ("answer_by", "answered_at", "assigned_to_id", "closed_at", "created_at", "due_on", "emptied_at", "id", "interim_at", "kind", "language", "outcome", "page", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "status", "topic") VALUES (NEW."answer_by", NEW."answered_at", NEW."assigned_to_id", NEW."closed_at", NEW."created_at", NEW."due_on", NEW."emptied_at", NEW."id", NEW."interim_at", NEW."kind", NEW."language", NEW."outcome", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."received_at", NEW."status", NEW."topic"); RETURN NULL;',
                            hash="a11901c0505a3d40cbb5937f3f9e30bb46e05433",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a026d",
                            table="pages_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_casehistory" ("answer_by", "answered_at", "assigned_to_id", "closed_at", "created_at", "due_on", "emptied_at", "id", "interim_at", "kind", "language", "outcome", "page", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "status", "topic") VALUES (OLD."answer_by", OLD."answered_at", OLD."assigned_to_id", OLD."closed_at", OLD."created_at", OLD."due_on", OLD."emptied_at", OLD."id", OLD."interim_at", OLD."kind", OLD."language", OLD."outcome", OLD."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."received_at", OLD."status", OLD."topic"); RETURN NULL;',
                            hash="a04ad3d69d57ab558e1936aac2eb162af7f4c69c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bc42f",
                            table="pages_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="82127e36d743a20f2d973f5c74fd749007922e9d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aa7a8",
                            table="pages_casehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_figurehistory" ("created_at", "id", "is_published", "key", "number", "number_ar", "number_de", "number_en", "number_tr", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source_name", "source_url", "subject", "translated_from", "valid_on", "what", "what_ar", "what_de", "what_en", "what_tr") VALUES (NEW."created_at", NEW."id", NEW."is_published", NEW."key", NEW."number", NEW."number_ar", NEW."number_de", NEW."number_en", NEW."number_tr", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."source_name", NEW."source_url", NEW."subject", NEW."translated_from", NEW."valid_on", NEW."what", NEW."what_ar", NEW."what_de", NEW."what_en", NEW."what_tr"); RETURN NULL;',
                            hash="ca55ed98c6844abf117ae07cd3c8558dba400d73",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5e94f",
                            table="pages_figure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."number_ar" IS DISTINCT FROM (NEW."number_ar") OR OLD."number_de" IS DISTINCT FROM (NEW."number_de") OR OLD."number_en" IS DISTINCT FROM (NEW."number_en") OR OLD."number_tr" IS DISTINCT FROM (NEW."number_tr") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."source_name" IS DISTINCT FROM (NEW."source_name") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from") OR OLD."valid_on" IS DISTINCT FROM (NEW."valid_on") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."what_ar" IS DISTINCT FROM (NEW."what_ar") OR OLD."what_de" IS DISTINCT FROM (NEW."what_de") OR OLD."what_en" IS DISTINCT FROM (NEW."what_en") OR OLD."what_tr" IS DISTINCT FROM (NEW."what_tr"))',
                            func='INSERT INTO "pages_figurehistory" ("created_at", "id", "is_published", "key", "number", "number_ar", "number_de", "number_en", "number_tr", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source_name", "source_url", "subject", "translated_from", "valid_on", "what", "what_ar", "what_de", "what_en", "what_tr") VALUES (NEW."created_at", NEW."id", NEW."is_published", NEW."key", NEW."number", NEW."number_ar", NEW."number_de", NEW."number_en", NEW."number_tr", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."source_name", NEW."source_url", NEW."subject", NEW."translated_from", NEW."valid_on", NEW."what", NEW."what_ar", NEW."what_de", NEW."what_en", NEW."what_tr"); RETURN NULL;',
                            hash="01364d41cd1081c82dce0a0753071311e1fcfbdb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7d8a",
                            table="pages_figure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_figurehistory" ("created_at", "id", "is_published", "key", "number", "number_ar", "number_de", "number_en", "number_tr", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source_name", "source_url", "subject", "translated_from", "valid_on", "what", "what_ar", "what_de", "what_en", "what_tr") VALUES (OLD."created_at", OLD."id", OLD."is_published", OLD."key", OLD."number", OLD."number_ar", OLD."number_de", OLD."number_en", OLD."number_tr", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."source_name", OLD."source_url", OLD."subject", OLD."translated_from", OLD."valid_on", OLD."what", OLD."what_ar", OLD."what_de", OLD."what_en", OLD."what_tr"); RETURN NULL;',
                            hash="2b375a8ed61ed1adb7881a0d1e773960491814b8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_77680",
                            table="pages_figure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figurehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b600a58818f648dc8ca34987beca4c57a9e78083",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5fe25",
                            table="pages_figurehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_milestonehistory" ("created_at", "id", "is_published", "key", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source_name", "source_url", "text", "text_ar", "text_de", "text_en", "text_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "valid_on") VALUES (NEW."created_at", NEW."id", NEW."is_published", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."source_name", NEW."source_url", NEW."text", NEW."text_ar", NEW."text_de", NEW."text_en", NEW."text_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."valid_on"); RETURN NULL;',
                            hash="bdd7919c5733c612ea4086df86178d377dda1b4c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_00bb8",
                            table="pages_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."source_name" IS DISTINCT FROM (NEW."source_name") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_de" IS DISTINCT FROM (NEW."text_de") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_tr" IS DISTINCT FROM (NEW."text_tr") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from") OR OLD."valid_on" IS DISTINCT FROM (NEW."valid_on"))',
                            func='INSERT INTO "pages_milestonehistory" ("created_at", "id", "is_published", "key", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source_name", "source_url", "text", "text_ar", "text_de", "text_en", "text_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "valid_on") VALUES (NEW."created_at", NEW."id", NEW."is_published", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."source_name", NEW."source_url", NEW."text", NEW."text_ar", NEW."text_de", NEW."text_en", NEW."text_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."valid_on"); RETURN NULL;',
                            hash="4bcaf4dd817fa537974af9f92ccaa40ebeb1d4d5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9754c",
                            table="pages_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_milestonehistory" ("created_at", "id", "is_published", "key", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source_name", "source_url", "text", "text_ar", "text_de", "text_en", "text_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "valid_on") VALUES (OLD."created_at", OLD."id", OLD."is_published", OLD."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."source_name", OLD."source_url", OLD."text", OLD."text_ar", OLD."text_de", OLD."text_en", OLD."text_tr", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."translated_from", OLD."valid_on"); RETURN NULL;',
                            hash="3b829f1c4a162ab35578fb410e164d5363aba8d2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bb238",
                            table="pages_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestonehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="481d2f0d822029ec57500c0c70bff7e3b2ed2d62",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_91a0b",
                            table="pages_milestonehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="picture",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_picturehistory" ("alt", "alt_ar", "alt_de", "alt_en", "alt_tr", "created_at", "credit", "for_press", "id", "licence", "licence_url", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (NEW."alt", NEW."alt_ar", NEW."alt_de", NEW."alt_en", NEW."alt_tr", NEW."created_at", NEW."credit", NEW."for_press", NEW."id", NEW."licence", NEW."licence_url", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."stored_id", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from"); RETURN NULL;',
                            hash="e1999e1e9e09e70e99540bdfd2b2c04432f4b167",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_050c6",
                            table="pages_picture",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="picture",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."alt" IS DISTINCT FROM (NEW."alt") OR OLD."alt_ar" IS DISTINCT FROM (NEW."alt_ar") OR OLD."alt_de" IS DISTINCT FROM (NEW."alt_de") OR OLD."alt_en" IS DISTINCT FROM (NEW."alt_en") OR OLD."alt_tr" IS DISTINCT FROM (NEW."alt_tr") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."credit" IS DISTINCT FROM (NEW."credit") OR OLD."for_press" IS DISTINCT FROM (NEW."for_press") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."licence" IS DISTINCT FROM (NEW."licence") OR OLD."licence_url" IS DISTINCT FROM (NEW."licence_url") OR OLD."stored_id" IS DISTINCT FROM (NEW."stored_id") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from"))',
                            func='INSERT INTO "pages_picturehistory" ("alt", "alt_ar", "alt_de", "alt_en", "alt_tr", "created_at", "credit", "for_press", "id", "licence", "licence_url", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (NEW."alt", NEW."alt_ar", NEW."alt_de", NEW."alt_en", NEW."alt_tr", NEW."created_at", NEW."credit", NEW."for_press", NEW."id", NEW."licence", NEW."licence_url", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."stored_id", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from"); RETURN NULL;',
                            hash="1d927f76208eb8fd00d85ecf204ab07ac005ed09",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_062b6",
                            table="pages_picture",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="picture",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_picturehistory" ("alt", "alt_ar", "alt_de", "alt_en", "alt_tr", "created_at", "credit", "for_press", "id", "licence", "licence_url", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (OLD."alt", OLD."alt_ar", OLD."alt_de", OLD."alt_en", OLD."alt_tr", OLD."created_at", OLD."credit", OLD."for_press", OLD."id", OLD."licence", OLD."licence_url", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."stored_id", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."translated_from"); RETURN NULL;',
                            hash="704df8daff0d285508cd90937f1e617d78a27c9e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0835f",
                            table="pages_picture",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_newsitemhistory" ("body", "body_ar", "body_de", "body_en", "body_tr", "created_at", "id", "is_demo", "is_pinned", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "shown_from", "shown_until", "slug", "source", "status", "teaser", "teaser_ar", "teaser_de", "teaser_en", "teaser_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (NEW."body", NEW."body_ar", NEW."body_de", NEW."body_en", NEW."body_tr", NEW."created_at", NEW."id", NEW."is_demo", NEW."is_pinned", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."picture_id", NEW."shown_from", NEW."shown_until", NEW."slug", NEW."source", NEW."status", NEW."teaser", NEW."teaser_ar", NEW."teaser_de", NEW."teaser_en", NEW."teaser_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from"); RETURN NULL;',
                            hash="026397547e7c0f813f7464b8ef93fc529a6f7973",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_70e64",
                            table="pages_newsitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."body_ar" IS DISTINCT FROM (NEW."body_ar") OR OLD."body_de" IS DISTINCT FROM (NEW."body_de") OR OLD."body_en" IS DISTINCT FROM (NEW."body_en") OR OLD."body_tr" IS DISTINCT FROM (NEW."body_tr") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_pinned" IS DISTINCT FROM (NEW."is_pinned") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."picture_id" IS DISTINCT FROM (NEW."picture_id") OR OLD."shown_from" IS DISTINCT FROM (NEW."shown_from") OR OLD."shown_until" IS DISTINCT FROM (NEW."shown_until") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."teaser" IS DISTINCT FROM (NEW."teaser") OR OLD."teaser_ar" IS DISTINCT FROM (NEW."teaser_ar") OR OLD."teaser_de" IS DISTINCT FROM (NEW."teaser_de") OR OLD."teaser_en" IS DISTINCT FROM (NEW."teaser_en") OR OLD."teaser_tr" IS DISTINCT FROM (NEW."teaser_tr") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from"))',
                            func='INSERT INTO "pages_newsitemhistory" ("body", "body_ar", "body_de", "body_en", "body_tr", "created_at", "id", "is_demo", "is_pinned", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "shown_from", "shown_until", "slug", "source", "status", "teaser", "teaser_ar", "teaser_de", "teaser_en", "teaser_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (NEW."body", NEW."body_ar", NEW."body_de", NEW."body_en", NEW."body_tr", NEW."created_at", NEW."id", NEW."is_demo", NEW."is_pinned", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."picture_id", NEW."shown_from", NEW."shown_until", NEW."slug", NEW."source", NEW."status", NEW."teaser", NEW."teaser_ar", NEW."teaser_de", NEW."teaser_en", NEW."teaser_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from"); RETURN NULL;',
                            hash="983fb25c595bdaea8fa01fe0bc24f8ee58bf1ed9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_41774",
                            table="pages_newsitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_newsitemhistory" ("body", "body_ar", "body_de", "body_en", "body_tr", "created_at", "id", "is_demo", "is_pinned", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "shown_from", "shown_until", "slug", "source", "status", "teaser", "teaser_ar", "teaser_de", "teaser_en", "teaser_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from") VALUES (OLD."body", OLD."body_ar", OLD."body_de", OLD."body_en", OLD."body_tr", OLD."created_at", OLD."id", OLD."is_demo", OLD."is_pinned", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."picture_id", OLD."shown_from", OLD."shown_until", OLD."slug", OLD."source", OLD."status", OLD."teaser", OLD."teaser_ar", OLD."teaser_de", OLD."teaser_en", OLD."teaser_tr", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."translated_from"); RETURN NULL;',
                            hash="2ee1483b2186c7a2730d0c44bc513abb7e75a399",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_003dd",
                            table="pages_newsitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsitemhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6c2e8e057993c37df0142ad96a9c6746b5453471",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5b594",
                            table="pages_newsitemhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sociallink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_sociallinkhistory" ("content", "created_at", "event_id", "id", "news_id", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "service", "title", "title_ar", "title_de", "title_en", "title_tr", "url") VALUES (NEW."content", NEW."created_at", NEW."event_id", NEW."id", NEW."news_id", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."service", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."url"); RETURN NULL;',
                            hash="24f4accc03d47842d0e56a157d327d9c932484a0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_95940",
                            table="pages_sociallink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sociallink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."news_id" IS DISTINCT FROM (NEW."news_id") OR OLD."order" IS DISTINCT FROM (NEW."order") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."service" IS DISTINCT FROM (NEW."service") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."url" IS DISTINCT FROM (NEW."url"))',
                            func='INSERT INTO "pages_sociallinkhistory" ("content", "created_at", "event_id", "id", "news_id", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "service", "title", "title_ar", "title_de", "title_en", "title_tr", "url") VALUES (NEW."content", NEW."created_at", NEW."event_id", NEW."id", NEW."news_id", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."project_id", NEW."service", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."url"); RETURN NULL;',
                            hash="7aead4f97f01316481d67e1b258f569f31c359e9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e4072",
                            table="pages_sociallink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sociallink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pages_sociallinkhistory" ("content", "created_at", "event_id", "id", "news_id", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "service", "title", "title_ar", "title_de", "title_en", "title_tr", "url") VALUES (OLD."content", OLD."created_at", OLD."event_id", OLD."id", OLD."news_id", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."service", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."url"); RETURN NULL;',
                            hash="75924245b6d66d059066f47d99be9fd024ba2190",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9a266",
                            table="pages_sociallink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sociallinkhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9396478cd130ff46a226b135c4646f4c5d9cb3bd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_987eb",
                            table="pages_sociallinkhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="picturehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5c6f90ffefd4c17201f26bbdc3349e10e10e9a9b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6139c",
                            table="pages_picturehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
