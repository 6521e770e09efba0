"""The dialogues' tables, at the state of their first two migrations."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import kme_portal.base.searching
from kme_portal.base.migrating import AllAtOnce


class Migration(migrations.Migration):
    replaces = [("dialogues", "0001_initial"), ("dialogues", "0002_search_indexes")]

    initial = True

    dependencies = [
        ("events", "0001_squashed_0003_costs_and_target_groups"),
        ("organisations", "0001_squashed_0006_contact_note_follow_up"),
    ]

    operations = [
        AllAtOnce(
            operations=[
                migrations.CreateModel(
                    name="Forum",
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
                            "slug",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("assembly", "assembly"),
                                    ("expert_council", "expert council"),
                                    ("specialist_forum", "specialist forum"),
                                    ("working_group", "working group"),
                                ],
                                max_length=20,
                                verbose_name="kind",
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
                            "mandate",
                            models.TextField(blank=True, max_length=8000, verbose_name="mandate"),
                        ),
                        (
                            "mandate_de",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "mandate_en",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "mandate_tr",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "mandate_ar",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "is_open",
                            models.BooleanField(
                                default=True,
                                help_text="Otherwise its members are appointed.",
                                verbose_name="open to every association",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "is_published",
                            models.BooleanField(default=False, verbose_name="published"),
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
                    ],
                    options={
                        "verbose_name": "forum",
                        "verbose_name_plural": "forums",
                        "ordering": ["order", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_on", None),
                                    ("from_on", None),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="forum_ends_after_it_begins",
                                violation_error_message="The end lies before the beginning.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ForumHistory",
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
                            "slug",
                            models.SlugField(
                                db_index=False, max_length=80, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("assembly", "assembly"),
                                    ("expert_council", "expert council"),
                                    ("specialist_forum", "specialist forum"),
                                    ("working_group", "working group"),
                                ],
                                max_length=20,
                                verbose_name="kind",
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
                            "mandate",
                            models.TextField(blank=True, max_length=8000, verbose_name="mandate"),
                        ),
                        (
                            "mandate_de",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "mandate_en",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "mandate_tr",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "mandate_ar",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="mandate"
                            ),
                        ),
                        (
                            "is_open",
                            models.BooleanField(
                                default=True,
                                help_text="Otherwise its members are appointed.",
                                verbose_name="open to every association",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "is_published",
                            models.BooleanField(default=False, verbose_name="published"),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="dialogues.forum",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of forum",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="forum_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ForumSeat",
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
                            "expert_role",
                            models.CharField(
                                blank=True,
                                help_text="Such as “Chair of Islamic theology”. No names.",
                                max_length=150,
                                verbose_name="outside expert, by role",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "delegate",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="delegate",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="deputy",
                            ),
                        ),
                        (
                            "forum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="dialogues.forum",
                                verbose_name="forum",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="forum_seats",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "seat in a forum",
                        "verbose_name_plural": "seats in a forum",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("organisation__isnull", False), ("to_on", None)
                                ),
                                fields=("forum", "organisation"),
                                name="forum_seat_once",
                                violation_error_message="This organisation has a seat in the forum already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("expert_role", ""), ("organisation__isnull", False)),
                                    models.Q(
                                        ("organisation__isnull", True),
                                        models.Q(("expert_role", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="forum_seat_for_one_of_both",
                                violation_error_message="Choose an organisation or name an expert's role.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_on", None),
                                    ("from_on", None),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="forum_seat_ends_after_it_begins",
                                violation_error_message="The end lies before the beginning.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
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
                            "number",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="number of the session"
                            ),
                        ),
                        (
                            "event",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meeting",
                                to="events.event",
                                verbose_name="event",
                            ),
                        ),
                        (
                            "forum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="meetings",
                                to="dialogues.forum",
                                verbose_name="forum",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "session",
                        "verbose_name_plural": "sessions",
                        "ordering": ["event__starts_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("forum", "number"),
                                name="meeting_number_once",
                                violation_error_message="A session of this forum bears that number already.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Topic",
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
                            "slug",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="address of the page"
                            ),
                        ),
                        ("question", models.CharField(max_length=300, verbose_name="question")),
                        (
                            "question_de",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "question_en",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "question_tr",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "question_ar",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "background",
                            models.TextField(
                                blank=True, max_length=8000, verbose_name="background"
                            ),
                        ),
                        (
                            "background_de",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "background_en",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "background_tr",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "background_ar",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_de",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_en",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_tr",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_ar",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "public"),
                                    ("network", "network only"),
                                    ("forum", "forum only"),
                                ],
                                default="network",
                                max_length=8,
                                verbose_name="visible to",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposed"),
                                    ("chosen", "chosen"),
                                    ("in_progress", "in progress"),
                                    ("recommendation", "recommendation"),
                                    ("handed_over", "handed over"),
                                    ("implemented", "implemented"),
                                    ("not_pursued", "not pursued"),
                                ],
                                default="proposed",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        ("status_since", models.DateField(verbose_name="status since")),
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
                            "events",
                            models.ManyToManyField(
                                blank=True,
                                related_name="topics",
                                to="events.event",
                                verbose_name="events",
                            ),
                        ),
                        (
                            "fields",
                            models.ManyToManyField(
                                blank=True,
                                related_name="topics",
                                to="organisations.term",
                                verbose_name="fields of activity",
                            ),
                        ),
                        (
                            "forum",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topics",
                                to="dialogues.forum",
                                verbose_name="forum",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "topic",
                        "verbose_name_plural": "topics",
                        "ordering": ["-status_since", "title_de"],
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
                                name="topic_search_title",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    kme_portal.base.searching.DeSort(
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("question_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("question_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("question_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("question_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("background_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("background_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("background_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("background_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("outcome_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("outcome_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("outcome_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("outcome_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="topic_search_text",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["implemented", "not_pursued"]),
                                        _negated=True,
                                    ),
                                    models.Q(("outcome_de", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="topic_ended_says_what_came_of_it",
                                violation_error_message="Say what came of the topic before it is closed.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recommendation",
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
                            "text",
                            models.TextField(blank=True, max_length=4000, verbose_name="text"),
                        ),
                        (
                            "text_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "text_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "text_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "text_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        ("addressee", models.CharField(max_length=150, verbose_name="addressee")),
                        (
                            "addressee_de",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "addressee_en",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "addressee_tr",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "addressee_ar",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "handed_over_on",
                            models.DateField(blank=True, null=True, verbose_name="handed over"),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="answer expected by"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("handed_over", "handed over"),
                                    ("answered", "answered"),
                                    ("implemented", "implemented"),
                                    ("refused", "not taken up"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "topic",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recommendations",
                                to="dialogues.topic",
                                verbose_name="topic",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recommendation",
                        "verbose_name_plural": "recommendations",
                        "ordering": ["topic", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "open"),
                                    ("handed_over_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="recommendation_handed_over_has_a_date",
                                violation_error_message="Enter the day on which it was handed over.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on", None),
                                    ("handed_over_on", None),
                                    ("due_on__gte", models.F("handed_over_on")),
                                    _connector="OR",
                                ),
                                name="recommendation_due_after_handing_over",
                                violation_error_message="The answer cannot be due before the handing over.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                        ("answered_on", models.DateField(verbose_name="answered on")),
                        ("text", models.TextField(max_length=4000, verbose_name="text")),
                        (
                            "text_de",
                            models.TextField(max_length=4000, null=True, verbose_name="text"),
                        ),
                        (
                            "text_en",
                            models.TextField(max_length=4000, null=True, verbose_name="text"),
                        ),
                        (
                            "text_tr",
                            models.TextField(max_length=4000, null=True, verbose_name="text"),
                        ),
                        (
                            "text_ar",
                            models.TextField(max_length=4000, null=True, verbose_name="text"),
                        ),
                        (
                            "evidence_url",
                            models.URLField(blank=True, max_length=400, verbose_name="evidence"),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="dialogues.recommendation",
                                verbose_name="recommendation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer",
                        "verbose_name_plural": "answers",
                        "ordering": ["answered_on", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationHistory",
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
                            "text",
                            models.TextField(blank=True, max_length=4000, verbose_name="text"),
                        ),
                        (
                            "text_de",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "text_en",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "text_tr",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "text_ar",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="text"
                            ),
                        ),
                        ("addressee", models.CharField(max_length=150, verbose_name="addressee")),
                        (
                            "addressee_de",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "addressee_en",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "addressee_tr",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "addressee_ar",
                            models.CharField(max_length=150, null=True, verbose_name="addressee"),
                        ),
                        (
                            "handed_over_on",
                            models.DateField(blank=True, null=True, verbose_name="handed over"),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="answer expected by"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("handed_over", "handed over"),
                                    ("answered", "answered"),
                                    ("implemented", "implemented"),
                                    ("refused", "not taken up"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="dialogues.recommendation",
                            ),
                        ),
                        (
                            "topic",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dialogues.topic",
                                verbose_name="topic",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of recommendation",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj", "pgh_id"], name="recommendation_history"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TopicHistory",
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
                            "slug",
                            models.SlugField(
                                db_index=False, max_length=80, verbose_name="address of the page"
                            ),
                        ),
                        ("question", models.CharField(max_length=300, verbose_name="question")),
                        (
                            "question_de",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "question_en",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "question_tr",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "question_ar",
                            models.CharField(max_length=300, null=True, verbose_name="question"),
                        ),
                        (
                            "background",
                            models.TextField(
                                blank=True, max_length=8000, verbose_name="background"
                            ),
                        ),
                        (
                            "background_de",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "background_en",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "background_tr",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "background_ar",
                            models.TextField(
                                blank=True, max_length=8000, null=True, verbose_name="background"
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_de",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_en",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_tr",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "outcome_ar",
                            models.TextField(
                                blank=True,
                                help_text="Required when the topic is implemented or not pursued.",
                                max_length=4000,
                                null=True,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "public"),
                                    ("network", "network only"),
                                    ("forum", "forum only"),
                                ],
                                default="network",
                                max_length=8,
                                verbose_name="visible to",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposed"),
                                    ("chosen", "chosen"),
                                    ("in_progress", "in progress"),
                                    ("recommendation", "recommendation"),
                                    ("handed_over", "handed over"),
                                    ("implemented", "implemented"),
                                    ("not_pursued", "not pursued"),
                                ],
                                default="proposed",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        ("status_since", models.DateField(verbose_name="status since")),
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
                            "forum",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dialogues.forum",
                                verbose_name="forum",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="dialogues.topic",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of topic",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="topic_history")
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="forum",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dialogues_forumhistory" ("created_at", "from_on", "id", "is_demo", "is_open", "is_published", "kind", "mandate", "mandate_ar", "mandate_de", "mandate_en", "mandate_tr", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "to_on", "translated_from") VALUES (NEW."created_at", NEW."from_on", NEW."id", NEW."is_demo", NEW."is_open", NEW."is_published", NEW."kind", NEW."mandate", NEW."mandate_ar", NEW."mandate_de", NEW."mandate_en", NEW."mandate_tr", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."to_on", NEW."translated_from"); RETURN NULL;',
                            hash="2261dd43da4a384260d2d9db75b9ce852c7cba09",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_85313",
                            table="dialogues_forum",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="forum",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_open" IS DISTINCT FROM (NEW."is_open") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."mandate" IS DISTINCT FROM (NEW."mandate") OR OLD."mandate_ar" IS DISTINCT FROM (NEW."mandate_ar") OR OLD."mandate_de" IS DISTINCT FROM (NEW."mandate_de") OR OLD."mandate_en" IS DISTINCT FROM (NEW."mandate_en") OR OLD."mandate_tr" IS DISTINCT FROM (NEW."mandate_tr") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_de" IS DISTINCT FROM (NEW."name_de") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_tr" IS DISTINCT FROM (NEW."name_tr") OR OLD."order" IS DISTINCT FROM (NEW."order") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_ar" IS DISTINCT FROM (NEW."summary_ar") OR OLD."summary_de" IS DISTINCT FROM (NEW."summary_de") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."summary_tr" IS DISTINCT FROM (NEW."summary_tr") OR OLD."to_on" IS DISTINCT FROM (NEW."to_on") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from"))',
                            func='INSERT INTO "dialogues_forumhistory" ("created_at", "from_on", "id", "is_demo", "is_open", "is_published", "kind", "mandate", "mandate_ar", "mandate_de", "mandate_en", "mandate_tr", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "to_on", "translated_from") VALUES (NEW."created_at", NEW."from_on", NEW."id", NEW."is_demo", NEW."is_open", NEW."is_published", NEW."kind", NEW."mandate", NEW."mandate_ar", NEW."mandate_de", NEW."mandate_en", NEW."mandate_tr", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."slug", NEW."source", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."to_on", NEW."translated_from"); RETURN NULL;',
                            hash="781fd4313e89bd5da2b9046c7c8bd69d6bbe0caa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_59bc3",
                            table="dialogues_forum",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="forum",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dialogues_forumhistory" ("created_at", "from_on", "id", "is_demo", "is_open", "is_published", "kind", "mandate", "mandate_ar", "mandate_de", "mandate_en", "mandate_tr", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "to_on", "translated_from") VALUES (OLD."created_at", OLD."from_on", OLD."id", OLD."is_demo", OLD."is_open", OLD."is_published", OLD."kind", OLD."mandate", OLD."mandate_ar", OLD."mandate_de", OLD."mandate_en", OLD."mandate_tr", OLD."name", OLD."name_ar", OLD."name_de", OLD."name_en", OLD."name_tr", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."slug", OLD."source", OLD."summary", OLD."summary_ar", OLD."summary_de", OLD."summary_en", OLD."summary_tr", OLD."to_on", OLD."translated_from"); RETURN NULL;',
                            hash="143515e30fb2f8c8f4785e3e8faf60c32a94f9e9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a0a83",
                            table="dialogues_forum",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="forumhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="73676e4f574bf6d05a6425c46e23246347465707",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_880bc",
                            table="dialogues_forumhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dialogues_topichistory" ("background", "background_ar", "background_de", "background_en", "background_tr", "created_at", "forum_id", "id", "is_demo", "outcome", "outcome_ar", "outcome_de", "outcome_en", "outcome_tr", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "question_ar", "question_de", "question_en", "question_tr", "slug", "source", "status", "status_since", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "visibility") VALUES (NEW."background", NEW."background_ar", NEW."background_de", NEW."background_en", NEW."background_tr", NEW."created_at", NEW."forum_id", NEW."id", NEW."is_demo", NEW."outcome", NEW."outcome_ar", NEW."outcome_de", NEW."outcome_en", NEW."outcome_tr", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."question", NEW."question_ar", NEW."question_de", NEW."question_en", NEW."question_tr", NEW."slug", NEW."source", NEW."status", NEW."status_since", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."visibility"); RETURN NULL;',
                            hash="288614dbde4559c4d001f04f6656912554b0ac9d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2477c",
                            table="dialogues_topic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."background" IS DISTINCT FROM (NEW."background") OR OLD."background_ar" IS DISTINCT FROM (NEW."background_ar") OR OLD."background_de" IS DISTINCT FROM (NEW."background_de") OR OLD."background_en" IS DISTINCT FROM (NEW."background_en") OR OLD."background_tr" IS DISTINCT FROM (NEW."background_tr") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."forum_id" IS DISTINCT FROM (NEW."forum_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."outcome_ar" IS DISTINCT FROM (NEW."outcome_ar") OR OLD."outcome_de" IS DISTINCT FROM (NEW."outcome_de") OR OLD."outcome_en" IS DISTINCT FROM (NEW."outcome_en") OR OLD."outcome_tr" IS DISTINCT FROM (NEW."outcome_tr") OR OLD."question" IS DISTINCT FROM (NEW."question") OR OLD."question_ar" IS DISTINCT FROM (NEW."question_ar") OR OLD."question_de" IS DISTINCT FROM (NEW."question_de") OR OLD."question_en" IS DISTINCT FROM (NEW."question_en") OR OLD."question_tr" IS DISTINCT FROM (NEW."question_tr") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."status_since" IS DISTINCT FROM (NEW."status_since") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from") OR OLD."visibility" IS DISTINCT FROM (NEW."visibility"))',
                            func='INSERT INTO "dialogues_topichistory" ("background", "background_ar", "background_de", "background_en", "background_tr", "created_at", "forum_id", "id", "is_demo", "outcome", "outcome_ar", "outcome_de", "outcome_en", "outcome_tr", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "question_ar", "question_de", "question_en", "question_tr", "slug", "source", "status", "status_since", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "visibility") VALUES (NEW."background", NEW."background_ar", NEW."background_de", NEW."background_en", NEW."background_tr", NEW."created_at", NEW."forum_id", NEW."id", NEW."is_demo", NEW."outcome", NEW."outcome_ar", NEW."outcome_de", NEW."outcome_en", NEW."outcome_tr", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."question", NEW."question_ar", NEW."question_de", NEW."question_en", NEW."question_tr", NEW."slug", NEW."source", NEW."status", NEW."status_since", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."visibility"); RETURN NULL;',
                            hash="d87cfa83d5b283149a7004027012c58789dcd8a7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_efc41",
                            table="dialogues_topic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dialogues_topichistory" ("background", "background_ar", "background_de", "background_en", "background_tr", "created_at", "forum_id", "id", "is_demo", "outcome", "outcome_ar", "outcome_de", "outcome_en", "outcome_tr", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "question_ar", "question_de", "question_en", "question_tr", "slug", "source", "status", "status_since", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "visibility") VALUES (OLD."background", OLD."background_ar", OLD."background_de", OLD."background_en", OLD."background_tr", OLD."created_at", OLD."forum_id", OLD."id", OLD."is_demo", OLD."outcome", OLD."outcome_ar", OLD."outcome_de", OLD."outcome_en", OLD."outcome_tr", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."question", OLD."question_ar", OLD."question_de", OLD."question_en", OLD."question_tr", OLD."slug", OLD."source", OLD."status", OLD."status_since", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."translated_from", OLD."visibility"); RETURN NULL;',
                            hash="cd3abc3d609d23e2702a12b2541647753e87dcdf",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ff313",
                            table="dialogues_topic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dialogues_recommendationhistory" ("addressee", "addressee_ar", "addressee_de", "addressee_en", "addressee_tr", "created_at", "due_on", "handed_over_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text", "text_ar", "text_de", "text_en", "text_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "topic_id") VALUES (NEW."addressee", NEW."addressee_ar", NEW."addressee_de", NEW."addressee_en", NEW."addressee_tr", NEW."created_at", NEW."due_on", NEW."handed_over_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."status", NEW."text", NEW."text_ar", NEW."text_de", NEW."text_en", NEW."text_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."topic_id"); RETURN NULL;',
                            hash="f10134846f8f561527d37ac73870b9fc3624dd2f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8c272",
                            table="dialogues_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."addressee" IS DISTINCT FROM (NEW."addressee") OR OLD."addressee_ar" IS DISTINCT FROM (NEW."addressee_ar") OR OLD."addressee_de" IS DISTINCT FROM (NEW."addressee_de") OR OLD."addressee_en" IS DISTINCT FROM (NEW."addressee_en") OR OLD."addressee_tr" IS DISTINCT FROM (NEW."addressee_tr") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."handed_over_on" IS DISTINCT FROM (NEW."handed_over_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_de" IS DISTINCT FROM (NEW."text_de") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_tr" IS DISTINCT FROM (NEW."text_tr") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."topic_id" IS DISTINCT FROM (NEW."topic_id"))',
                            func='INSERT INTO "dialogues_recommendationhistory" ("addressee", "addressee_ar", "addressee_de", "addressee_en", "addressee_tr", "created_at", "due_on", "handed_over_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text", "text_ar", "text_de", "text_en", "text_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "topic_id") VALUES (NEW."addressee", NEW."addressee_ar", NEW."addressee_de", NEW."addressee_en", NEW."addressee_tr", NEW."created_at", NEW."due_on", NEW."handed_over_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."status", NEW."text", NEW."text_ar", NEW."text_de", NEW."text_en", NEW."text_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."topic_id"); RETURN NULL;',
                            hash="50bba6866c4630d5e110713921a3f6648d674968",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_41333",
                            table="dialogues_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dialogues_recommendationhistory" ("addressee", "addressee_ar", "addressee_de", "addressee_en", "addressee_tr", "created_at", "due_on", "handed_over_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text", "text_ar", "text_de", "text_en", "text_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "topic_id") VALUES (OLD."addressee", OLD."addressee_ar", OLD."addressee_de", OLD."addressee_en", OLD."addressee_tr", OLD."created_at", OLD."due_on", OLD."handed_over_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."status", OLD."text", OLD."text_ar", OLD."text_de", OLD."text_en", OLD."text_tr", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."topic_id"); RETURN NULL;',
                            hash="ac11e7d308ae985778af1337a81a483c87f4bedc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_63aae",
                            table="dialogues_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3faa94a457f892184d7aba7c73695940ffc24227",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_261e0",
                            table="dialogues_recommendationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topichistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="372bf21f4eac48639628e620dd03c177d674d246",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_24953",
                            table="dialogues_topichistory",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
