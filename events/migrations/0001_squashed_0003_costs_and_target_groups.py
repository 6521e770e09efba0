"""The events' tables, at the state of their first four migrations."""

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

import events.models.events
import kme_portal.base.models
import kme_portal.base.searching
from kme_portal.base.migrating import AllAtOnce


class Migration(migrations.Migration):
    replaces = [
        ("events", "0001_initial"),
        ("events", "0002_search_indexes"),
        ("events", "0002_parallel_sessions"),
        ("events", "0003_costs_and_target_groups"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("organisations", "0001_squashed_0006_contact_note_follow_up"),
    ]

    operations = [
        AllAtOnce(
            operations=[
                migrations.CreateModel(
                    name="Venue",
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
                        ("name", models.CharField(max_length=150, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("cem_house", "Cem house"),
                                    ("mosque", "mosque"),
                                    ("club_house", "club house"),
                                    ("public_hall", "public hall"),
                                    ("ministry", "ministry"),
                                    ("other", "other"),
                                ],
                                default="public_hall",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "street",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="street and number"
                            ),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=5, verbose_name="postcode"),
                        ),
                        ("city", models.CharField(max_length=80, verbose_name="city")),
                        (
                            "address_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="public",
                                max_length=8,
                                verbose_name="address visible to",
                            ),
                        ),
                        (
                            "access_note",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="how to get in"
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "access_features",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="access",
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="organisations.district",
                                verbose_name="district",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="venues",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "venue",
                        "verbose_name_plural": "venues",
                        "ordering": ["city", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="Event",
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
                                blank=True,
                                help_text="Left empty, it is made from the title. It stays as it is once published.",
                                max_length=80,
                                unique=True,
                                verbose_name="address of the page",
                            ),
                        ),
                        (
                            "uid",
                            models.CharField(
                                default=kme_portal.base.models.new_public_id,
                                editable=False,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        (
                            "calendar_title",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_de",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_en",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_tr",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_ar",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
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
                            "mode",
                            models.CharField(
                                choices=[
                                    ("on_site", "on site"),
                                    ("online", "online"),
                                    ("hybrid", "hybrid"),
                                ],
                                default="on_site",
                                max_length=8,
                                verbose_name="format",
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "public"),
                                    ("network", "network only"),
                                    ("invitation", "by invitation only"),
                                ],
                                default="public",
                                max_length=10,
                                verbose_name="visible to",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        (
                            "previous_starts_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="was planned for",
                            ),
                        ),
                        (
                            "previous_mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_site", "on site"),
                                    ("online", "online"),
                                    ("hybrid", "hybrid"),
                                ],
                                editable=False,
                                max_length=8,
                                verbose_name="was planned as",
                            ),
                        ),
                        (
                            "moved_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="moved"
                            ),
                        ),
                        (
                            "move_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what changed and why"
                            ),
                        ),
                        (
                            "move_note_de",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "move_note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "move_note_tr",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "move_note_ar",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "registration_opens_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="registration from"
                            ),
                        ),
                        (
                            "registration_closes_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="registration until"
                            ),
                        ),
                        (
                            "registration_url",
                            models.URLField(blank=True, verbose_name="registration elsewhere"),
                        ),
                        (
                            "answer_by",
                            models.DateField(blank=True, null=True, verbose_name="answer by"),
                        ),
                        (
                            "seats_per_association",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="seats per association"
                            ),
                        ),
                        (
                            "joining_url",
                            models.URLField(blank=True, verbose_name="link to join online"),
                        ),
                        (
                            "joining_note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="joining details"
                            ),
                        ),
                        (
                            "joining_note_de",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "joining_note_en",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "joining_note_tr",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "joining_note_ar",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "access_contact",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="contact for access needs"
                            ),
                        ),
                        (
                            "access_phone",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="telephone for access needs"
                            ),
                        ),
                        (
                            "access_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail for access needs"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="version"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("published", "published"),
                                    ("cancelled", "cancelled"),
                                    ("closed", "closed"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="published"
                            ),
                        ),
                        (
                            "cancelled_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="cancelled"
                            ),
                        ),
                        (
                            "cancellation_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it is cancelled"
                            ),
                        ),
                        (
                            "cancellation_note_de",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
                        ),
                        (
                            "cancellation_note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
                        ),
                        (
                            "cancellation_note_tr",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
                        ),
                        (
                            "cancellation_note_ar",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
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
                            "co_organisers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="co_organised_events",
                                to="organisations.organisation",
                                verbose_name="co-organisers",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="deputy",
                            ),
                        ),
                        (
                            "fields",
                            models.ManyToManyField(
                                blank=True,
                                related_name="events",
                                to="organisations.term",
                                verbose_name="fields of activity",
                            ),
                        ),
                        (
                            "interpretation",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="interpretation into",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "languages",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "organiser",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="organised_events",
                                to="organisations.organisation",
                                verbose_name="organiser",
                            ),
                        ),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="events.event",
                                verbose_name="part of",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                        (
                            "venue",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="events.venue",
                                verbose_name="venue",
                            ),
                        ),
                        (
                            "costs",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_ar",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_de",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_en",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_tr",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "target_groups",
                            models.ManyToManyField(
                                blank=True,
                                limit_choices_to={"kind": "target_group"},
                                related_name="+",
                                to="organisations.term",
                                verbose_name="for whom",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "event",
                        "verbose_name_plural": "events",
                        "ordering": ["starts_at"],
                        "indexes": [
                            models.Index(fields=["starts_at"], name="event_starts_at"),
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
                                name="event_search_title",
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
                                                models.F("description_de"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("description_en"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("description_tr"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("description_ar"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="event_search_text",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="event_ends_after_it_starts",
                                violation_error_message="The end lies before the beginning.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draft"),
                                    ("published_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="event_published_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "cancelled"), _negated=True),
                                    ("cancelled_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="event_cancelled_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draft"),
                                    models.Q(("slug", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="event_published_has_an_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "published"), _negated=True),
                                    models.Q(
                                        ("responsible__isnull", False),
                                        models.Q(("access_contact", ""), _negated=True),
                                        models.Q(("access_phone", ""), _negated=True),
                                        models.Q(
                                            ("mode", "online"),
                                            ("venue__isnull", False),
                                            _connector="OR",
                                        ),
                                        models.Q(
                                            ("mode", "on_site"),
                                            models.Q(("joining_url", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="event_published_is_complete",
                                violation_error_message="A published event needs a responsible person, a contact for access needs with telephone, and the venue or joining link that its format asks for.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Campaign",
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
                        ("subject", models.CharField(max_length=120, verbose_name="subject")),
                        (
                            "subject_de",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
                        ),
                        (
                            "subject_en",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
                        ),
                        (
                            "subject_tr",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
                        ),
                        (
                            "subject_ar",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
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
                        (
                            "frozen_texts",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        (
                            "send_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="to be sent"
                            ),
                        ),
                        (
                            "reminder_days",
                            models.PositiveSmallIntegerField(
                                default=5,
                                help_text="Who has not answered is reminded once on this day and once on the last day but one.",
                                verbose_name="remind, days before the deadline",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("scheduled", "scheduled"),
                                    ("sending", "sending"),
                                    ("sent", "sent"),
                                    ("paused", "paused"),
                                    ("cancelled", "cancelled"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="started"
                            ),
                        ),
                        (
                            "finished_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="finished"
                            ),
                        ),
                        (
                            "audience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="organisations.audience",
                                verbose_name="audience",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leave this empty for a circular that asks for no answer.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="campaigns",
                                to="events.event",
                                verbose_name="event",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "send-out",
                        "verbose_name_plural": "send-outs",
                        "ordering": ["-created_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "scheduled"), _negated=True),
                                    ("send_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="campaign_scheduled_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["sending", "sent", "paused"]), _negated=True
                                    ),
                                    models.Q(
                                        ("started_at__isnull", False),
                                        models.Q(("frozen_texts", {}), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="campaign_started_has_texts_and_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
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
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        (
                            "ends_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ends"),
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
                            "people",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="people by role"
                            ),
                        ),
                        (
                            "people_de",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="people by role"
                            ),
                        ),
                        (
                            "people_en",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="people by role"
                            ),
                        ),
                        (
                            "people_tr",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="people by role"
                            ),
                        ),
                        (
                            "people_ar",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="people by role"
                            ),
                        ),
                        ("room", models.CharField(blank=True, max_length=80, verbose_name="room")),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agenda",
                                to="events.event",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "agenda item",
                        "verbose_name_plural": "agenda",
                        "ordering": ["starts_at", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="EventDocument",
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
                            "public_id",
                            models.CharField(
                                default=kme_portal.base.models.new_public_id,
                                editable=False,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="title")),
                        (
                            "file",
                            models.FileField(
                                upload_to=events.models.events.document_path, verbose_name="file"
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="network",
                                max_length=8,
                                verbose_name="visible to",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="events.event",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "ordering": ["title"],
                    },
                ),
                migrations.CreateModel(
                    name="EventFigures",
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
                            "parties",
                            models.PositiveIntegerField(default=0, verbose_name="registrations"),
                        ),
                        (
                            "on_site",
                            models.PositiveIntegerField(default=0, verbose_name="seats on site"),
                        ),
                        (
                            "online",
                            models.PositiveIntegerField(default=0, verbose_name="seats online"),
                        ),
                        (
                            "uncounted",
                            models.PositiveIntegerField(
                                default=0, verbose_name="guests without numbered seats"
                            ),
                        ),
                        (
                            "waited",
                            models.PositiveIntegerField(
                                default=0, verbose_name="guests who got no seat"
                            ),
                        ),
                        (
                            "cancelled",
                            models.PositiveIntegerField(
                                default=0, verbose_name="cancelled registrations"
                            ),
                        ),
                        (
                            "event",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="figures",
                                to="events.event",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "figures of an event",
                        "verbose_name_plural": "figures of events",
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "no answer yet"),
                                    ("accepted", "accepted"),
                                    ("declined", "declined"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        (
                            "answer_channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("link", "link in the mail"),
                                    ("telephone", "telephone"),
                                    ("letter", "letter"),
                                ],
                                max_length=10,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="version"
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="who answered",
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="events.campaign",
                                verbose_name="send-out",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="events.event",
                                verbose_name="event",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="person outside associations",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "ordering": ["event__starts_at", "organisation__name", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("organisation__isnull", False)),
                                fields=("event", "organisation"),
                                name="invitation_once_per_organisation",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False)),
                                fields=("event", "person"),
                                name="invitation_once_per_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("organisation__isnull", True),
                                    ("person__isnull", True),
                                    _connector="OR",
                                ),
                                name="invitation_not_to_both",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["accepted", "declined"]), _negated=True
                                    ),
                                    ("answered_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="invitation_answer_has_a_date",
                                violation_error_message="An answered invitation needs a date.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvitationHistory",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "no answer yet"),
                                    ("accepted", "accepted"),
                                    ("declined", "declined"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        (
                            "answer_channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("link", "link in the mail"),
                                    ("telephone", "telephone"),
                                    ("letter", "letter"),
                                ],
                                max_length=10,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="version"
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.campaign",
                                verbose_name="send-out",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="event",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="events.invitation",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of invitation",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="invitation_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvitationRecipient",
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
                            "delivery",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting to be sent"),
                                    ("sent", "sent"),
                                    ("undeliverable", "not deliverable"),
                                    ("unsubscribed", "wants no letters"),
                                    ("stopped", "stopped"),
                                ],
                                default="waiting",
                                editable=False,
                                max_length=16,
                                verbose_name="delivery",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="sent"
                            ),
                        ),
                        (
                            "problem",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="reason"
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=kme_portal.base.models.new_public_id,
                                editable=False,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("link_version", models.PositiveIntegerField(default=0)),
                        (
                            "told_version",
                            models.PositiveIntegerField(blank=True, editable=False, null=True),
                        ),
                        (
                            "told_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="last letter"
                            ),
                        ),
                        (
                            "reminded_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="reminded"
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recipients",
                                to="events.invitation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recipient of an invitation",
                        "verbose_name_plural": "recipients of an invitation",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("invitation", "person"), name="invitation_recipient_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pool",
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
                                choices=[("on_site", "on site"), ("online", "online")],
                                default="on_site",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("seats", models.PositiveIntegerField(verbose_name="seats")),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pools",
                                to="events.event",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pools",
                                to="events.agendaitem",
                            ),
                        ),
                        (
                            "parked_seats",
                            models.PositiveIntegerField(
                                db_default=0,
                                default=0,
                                editable=False,
                                verbose_name="seats while the event has such places",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pool of seats",
                        "verbose_name_plural": "pools of seats",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "session", "kind"),
                                name="pool_once",
                                nulls_distinct=False,
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Party",
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
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        ("email_key", models.CharField(blank=True, editable=False, max_length=254)),
                        (
                            "language",
                            models.CharField(default="de", max_length=7, verbose_name="language"),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=kme_portal.base.models.new_public_id,
                                editable=False,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("unconfirmed", "not confirmed yet"),
                                    ("confirmed", "confirmed"),
                                    ("cancelled", "cancelled"),
                                    ("lapsed", "lapsed"),
                                ],
                                default="unconfirmed",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="confirmed"),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ended"),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="version"
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parties",
                                to="events.event",
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parties",
                                to="events.invitation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="events.pool",
                                verbose_name="wanted places",
                            ),
                        ),
                        (
                            "sessions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="events.pool",
                                verbose_name="wanted parallel sessions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "registration",
                        "verbose_name_plural": "registrations",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("invitation__isnull", False),
                                    ("status__in", ["unconfirmed", "confirmed"]),
                                ),
                                fields=("invitation",),
                                name="party_one_living_per_invitation",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("invitation__isnull", True),
                                    ("status__in", ["unconfirmed", "confirmed"]),
                                    models.Q(("email_key", ""), _negated=True),
                                ),
                                fields=("event", "email_key"),
                                name="party_one_living_per_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "confirmed"), _negated=True),
                                    ("confirmed_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="party_confirmed_has_a_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Needs",
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
                            "access",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="access needs"
                            ),
                        ),
                        ("food", models.CharField(blank=True, max_length=200, verbose_name="food")),
                        (
                            "interpretation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="interpretation into",
                            ),
                        ),
                        (
                            "party",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="needs",
                                to="events.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "needs",
                        "verbose_name_plural": "needs",
                    },
                ),
                migrations.CreateModel(
                    name="Guest",
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
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0)),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="guests",
                                to="events.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "guest",
                        "verbose_name_plural": "guests",
                        "ordering": ["order", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Claim",
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
                            "since",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="since"
                            ),
                        ),
                        (
                            "least",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="least number of seats"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting"),
                                    ("offered", "offered"),
                                    ("seated", "seated"),
                                    ("left", "left"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "offered_until",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="offered until"
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="claims",
                                to="events.party",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="claims",
                                to="events.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "claim",
                        "verbose_name_plural": "claims",
                        "ordering": ["since", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "left"), _negated=True),
                                fields=("party", "pool"),
                                name="claim_one_living_per_pool",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "offered"), _negated=True),
                                    ("offered_until__isnull", False),
                                    _connector="OR",
                                ),
                                name="claim_offer_has_an_end",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlaceMove",
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
                        ("claim_key", models.BigIntegerField()),
                        ("happened_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "before",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("waiting", "waiting"),
                                    ("offered", "offered"),
                                    ("seated", "seated"),
                                    ("left", "left"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "after",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting"),
                                    ("offered", "offered"),
                                    ("seated", "seated"),
                                    ("left", "left"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("numbers", models.JSONField(default=list)),
                        ("reason", models.CharField(max_length=40)),
                        (
                            "claim",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="moves",
                                to="events.claim",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="moves",
                                to="events.pool",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Contingent",
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
                            "for_invited",
                            models.BooleanField(
                                default=True, verbose_name="for invited associations"
                            ),
                        ),
                        ("seats", models.PositiveIntegerField(verbose_name="seats")),
                        ("until", models.DateTimeField(verbose_name="kept until")),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contingents",
                                to="events.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contingent",
                        "verbose_name_plural": "contingents",
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
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
                        ("number", models.PositiveIntegerField(verbose_name="number")),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="events.claim",
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="events.guest",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="taken_seats",
                                to="events.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "seat",
                        "verbose_name_plural": "seats",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pool", "number"), name="seat_number_once"
                            ),
                            models.UniqueConstraint(
                                fields=("guest", "pool"), name="seat_one_per_guest"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)),
                                name="seat_numbers_start_at_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EventHistory",
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
                                blank=True,
                                db_index=False,
                                help_text="Left empty, it is made from the title. It stays as it is once published.",
                                max_length=80,
                                verbose_name="address of the page",
                            ),
                        ),
                        (
                            "uid",
                            models.CharField(
                                default=kme_portal.base.models.new_public_id,
                                editable=False,
                                max_length=32,
                            ),
                        ),
                        (
                            "calendar_title",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_de",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_en",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_tr",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
                            ),
                        ),
                        (
                            "calendar_title_ar",
                            models.CharField(
                                blank=True,
                                help_text="Stands in subjects and on locked screens, so it must not tell a belief. Left empty, it is “Event in” with the city.",
                                max_length=100,
                                null=True,
                                verbose_name="neutral title for mails and calendars",
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
                            "mode",
                            models.CharField(
                                choices=[
                                    ("on_site", "on site"),
                                    ("online", "online"),
                                    ("hybrid", "hybrid"),
                                ],
                                default="on_site",
                                max_length=8,
                                verbose_name="format",
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "public"),
                                    ("network", "network only"),
                                    ("invitation", "by invitation only"),
                                ],
                                default="public",
                                max_length=10,
                                verbose_name="visible to",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        (
                            "previous_starts_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="was planned for",
                            ),
                        ),
                        (
                            "previous_mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_site", "on site"),
                                    ("online", "online"),
                                    ("hybrid", "hybrid"),
                                ],
                                editable=False,
                                max_length=8,
                                verbose_name="was planned as",
                            ),
                        ),
                        (
                            "moved_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="moved"
                            ),
                        ),
                        (
                            "move_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what changed and why"
                            ),
                        ),
                        (
                            "move_note_de",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "move_note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "move_note_tr",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "move_note_ar",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what changed and why",
                            ),
                        ),
                        (
                            "registration_opens_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="registration from"
                            ),
                        ),
                        (
                            "registration_closes_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="registration until"
                            ),
                        ),
                        (
                            "registration_url",
                            models.URLField(blank=True, verbose_name="registration elsewhere"),
                        ),
                        (
                            "answer_by",
                            models.DateField(blank=True, null=True, verbose_name="answer by"),
                        ),
                        (
                            "seats_per_association",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="seats per association"
                            ),
                        ),
                        (
                            "joining_url",
                            models.URLField(blank=True, verbose_name="link to join online"),
                        ),
                        (
                            "joining_note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="joining details"
                            ),
                        ),
                        (
                            "joining_note_de",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "joining_note_en",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "joining_note_tr",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "joining_note_ar",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="joining details",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="version"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("published", "published"),
                                    ("cancelled", "cancelled"),
                                    ("closed", "closed"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="published"
                            ),
                        ),
                        (
                            "cancelled_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="cancelled"
                            ),
                        ),
                        (
                            "cancellation_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it is cancelled"
                            ),
                        ),
                        (
                            "cancellation_note_de",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
                        ),
                        (
                            "cancellation_note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
                        ),
                        (
                            "cancellation_note_tr",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
                        ),
                        (
                            "cancellation_note_ar",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="why it is cancelled",
                            ),
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
                            "deputy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="deputy",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.term",
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "organiser",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="organiser",
                            ),
                        ),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="part of",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="events.event",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                        (
                            "venue",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.venue",
                                verbose_name="venue",
                            ),
                        ),
                        (
                            "costs",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_ar",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_de",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_en",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                        (
                            "costs_tr",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Left empty, nothing is said of costs.",
                                max_length=200,
                                null=True,
                                verbose_name="costs",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of event",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="event_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VenueHistory",
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
                        ("name", models.CharField(max_length=150, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("cem_house", "Cem house"),
                                    ("mosque", "mosque"),
                                    ("club_house", "club house"),
                                    ("public_hall", "public hall"),
                                    ("ministry", "ministry"),
                                    ("other", "other"),
                                ],
                                default="public_hall",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "street",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="street and number"
                            ),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=5, verbose_name="postcode"),
                        ),
                        ("city", models.CharField(max_length=80, verbose_name="city")),
                        (
                            "address_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="public",
                                max_length=8,
                                verbose_name="address visible to",
                            ),
                        ),
                        (
                            "access_note",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="how to get in"
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.district",
                                verbose_name="district",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="events.venue",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of venue",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="venue_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CircularRecipient",
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
                            "delivery",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting to be sent"),
                                    ("sent", "sent"),
                                    ("undeliverable", "not deliverable"),
                                    ("unsubscribed", "wants no letters"),
                                    ("stopped", "stopped"),
                                ],
                                default="waiting",
                                editable=False,
                                max_length=16,
                                verbose_name="delivery",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="sent"
                            ),
                        ),
                        (
                            "problem",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="reason"
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="circular_recipients",
                                to="events.campaign",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recipient of a circular",
                        "verbose_name_plural": "recipients of a circular",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("campaign", "person"), name="circular_recipient_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CampaignHistory",
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
                        ("subject", models.CharField(max_length=120, verbose_name="subject")),
                        (
                            "subject_de",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
                        ),
                        (
                            "subject_en",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
                        ),
                        (
                            "subject_tr",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
                        ),
                        (
                            "subject_ar",
                            models.CharField(max_length=120, null=True, verbose_name="subject"),
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
                        (
                            "frozen_texts",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        (
                            "send_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="to be sent"
                            ),
                        ),
                        (
                            "reminder_days",
                            models.PositiveSmallIntegerField(
                                default=5,
                                help_text="Who has not answered is reminded once on this day and once on the last day but one.",
                                verbose_name="remind, days before the deadline",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("scheduled", "scheduled"),
                                    ("sending", "sending"),
                                    ("sent", "sent"),
                                    ("paused", "paused"),
                                    ("cancelled", "cancelled"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="started"
                            ),
                        ),
                        (
                            "finished_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="finished"
                            ),
                        ),
                        (
                            "audience",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.audience",
                                verbose_name="audience",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="events.campaign",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Leave this empty for a circular that asks for no answer.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="event",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of send-out",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="campaign_history")
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="venue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_venuehistory" ("access_note", "address_visibility", "city", "created_at", "district_id", "id", "is_demo", "kind", "name", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "street") VALUES (NEW."access_note", NEW."address_visibility", NEW."city", NEW."created_at", NEW."district_id", NEW."id", NEW."is_demo", NEW."kind", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."postcode", NEW."street"); RETURN NULL;',
                            hash="b49b8fca13f8da0326322c1b11f45e7e9e23357e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1c301",
                            table="events_venue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="venue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."access_note" IS DISTINCT FROM (NEW."access_note") OR OLD."address_visibility" IS DISTINCT FROM (NEW."address_visibility") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."district_id" IS DISTINCT FROM (NEW."district_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."street" IS DISTINCT FROM (NEW."street"))',
                            func='INSERT INTO "events_venuehistory" ("access_note", "address_visibility", "city", "created_at", "district_id", "id", "is_demo", "kind", "name", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "street") VALUES (NEW."access_note", NEW."address_visibility", NEW."city", NEW."created_at", NEW."district_id", NEW."id", NEW."is_demo", NEW."kind", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."postcode", NEW."street"); RETURN NULL;',
                            hash="5a899819edca29c780fcdb40f4ec7896c43e3c6f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1b13e",
                            table="events_venue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="venue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_venuehistory" ("access_note", "address_visibility", "city", "created_at", "district_id", "id", "is_demo", "kind", "name", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "street") VALUES (OLD."access_note", OLD."address_visibility", OLD."city", OLD."created_at", OLD."district_id", OLD."id", OLD."is_demo", OLD."kind", OLD."name", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."postcode", OLD."street"); RETURN NULL;',
                            hash="591c11bb9fbe66b6c06cf2fcb234dd4da2ce46ad",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6e807",
                            table="events_venue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_eventhistory" ("answer_by", "calendar_title", "calendar_title_ar", "calendar_title_de", "calendar_title_en", "calendar_title_tr", "cancellation_note", "cancellation_note_ar", "cancellation_note_de", "cancellation_note_en", "cancellation_note_tr", "cancelled_at", "costs", "costs_ar", "costs_de", "costs_en", "costs_tr", "created_at", "deputy_id", "description", "description_ar", "description_de", "description_en", "description_tr", "ends_at", "id", "is_demo", "joining_note", "joining_note_ar", "joining_note_de", "joining_note_en", "joining_note_tr", "joining_url", "kind_id", "mode", "move_note", "move_note_ar", "move_note_de", "move_note_en", "move_note_tr", "moved_at", "organiser_id", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_mode", "previous_starts_at", "published_at", "registration_closes_at", "registration_opens_at", "registration_url", "responsible_id", "seats_per_association", "slug", "source", "starts_at", "status", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "uid", "venue_id", "version", "visibility") VALUES (NEW."answer_by", NEW."calendar_title", NEW."calendar_title_ar", NEW."calendar_title_de", NEW."calendar_title_en", NEW."calendar_title_tr", NEW."cancellation_note", NEW."cancellation_note_ar", NEW."cancellation_note_de", NEW."cancellation_note_en", NEW."cancellation_note_tr", NEW."cancelled_at", NEW."costs", NEW."costs_ar", NEW."costs_de", NEW."costs_en", NEW."costs_tr", NEW."created_at", NEW."deputy_id", NEW."description", NEW."description_ar", NEW."description_de", NEW."description_en", NEW."description_tr", NEW."ends_at", NEW."id", NEW."is_demo", NEW."joining_note", NEW."joining_note_ar", NEW."joining_note_de", NEW."joining_note_en", NEW."joining_note_tr", NEW."joining_url", NEW."kind_id", NEW."mode", NEW."move_note", NEW."move_note_ar", NEW."move_note_de", NEW."move_note_en", NEW."move_note_tr", NEW."moved_at", NEW."organiser_id", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."previous_mode", NEW."previous_starts_at", NEW."published_at", NEW."registration_closes_at", NEW."registration_opens_at", NEW."registration_url", NEW."responsible_id", NEW."seats_per_association", NEW."slug", NEW."source", NEW."starts_at", NEW."status", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."uid", NEW."venue_id", NEW."version", NEW."visibility"); RETURN NULL;',
                            hash="6492cafc770613dc7ea051e19ff955cc0ffadd36",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82b94",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."calendar_title" IS DISTINCT FROM (NEW."calendar_title") OR OLD."calendar_title_ar" IS DISTINCT FROM (NEW."calendar_title_ar") OR OLD."calendar_title_de" IS DISTINCT FROM (NEW."calendar_title_de") OR OLD."calendar_title_en" IS DISTINCT FROM (NEW."calendar_title_en") OR OLD."calendar_title_tr" IS DISTINCT FROM (NEW."calendar_title_tr") OR OLD."cancellation_note" IS DISTINCT FROM (NEW."cancellation_note") OR OLD."cancellation_note_ar" IS DISTINCT FROM (NEW."cancellation_note_ar") OR OLD."cancellation_note_de" IS DISTINCT FROM (NEW."cancellation_note_de") OR OLD."cancellation_note_en" IS DISTINCT FROM (NEW."cancellation_note_en") OR OLD."cancellation_note_tr" IS DISTINCT FROM (NEW."cancellation_note_tr") OR OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."costs" IS DISTINCT FROM (NEW."costs") OR OLD."costs_ar" IS DISTINCT FROM (NEW."costs_ar") OR OLD."costs_de" IS DISTINCT FROM (NEW."costs_de") OR OLD."costs_en" IS DISTINCT FROM (NEW."costs_en") OR OLD."costs_tr" IS DISTINCT FROM (NEW."costs_tr") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."deputy_id" IS DISTINCT FROM (NEW."deputy_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_ar" IS DISTINCT FROM (NEW."description_ar") OR OLD."description_de" IS DISTINCT FROM (NEW."description_de") OR OLD."description_en" IS DISTINCT FROM (NEW."description_en") OR OLD."description_tr" IS DISTINCT FROM (NEW."description_tr") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."joining_note" IS DISTINCT FROM (NEW."joining_note") OR OLD."joining_note_ar" IS DISTINCT FROM (NEW."joining_note_ar") OR OLD."joining_note_de" IS DISTINCT FROM (NEW."joining_note_de") OR OLD."joining_note_en" IS DISTINCT FROM (NEW."joining_note_en") OR OLD."joining_note_tr" IS DISTINCT FROM (NEW."joining_note_tr") OR OLD."joining_url" IS DISTINCT FROM (NEW."joining_url") OR OLD."kind_id" IS DISTINCT FROM (NEW."kind_id") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."move_note" IS DISTINCT FROM (NEW."move_note") OR OLD."move_note_ar" IS DISTINCT FROM (NEW."move_note_ar") OR OLD."move_note_de" IS DISTINCT FROM (NEW."move_note_de") OR OLD."move_note_en" IS DISTINCT FROM (NEW."move_note_en") OR OLD."move_note_tr" IS DISTINCT FROM (NEW."move_note_tr") OR OLD."moved_at" IS DISTINCT FROM (NEW."moved_at") OR OLD."organiser_id" IS DISTINCT FROM (NEW."organiser_id") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."previous_mode" IS DISTINCT FROM (NEW."previous_mode") OR OLD."previous_starts_at" IS DISTINCT FROM (NEW."previous_starts_at") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."registration_closes_at" IS DISTINCT FROM (NEW."registration_closes_at") OR OLD."registration_opens_at" IS DISTINCT FROM (NEW."registration_opens_at") OR OLD."registration_url" IS DISTINCT FROM (NEW."registration_url") OR OLD."responsible_id" IS DISTINCT FROM (NEW."responsible_id") OR OLD."seats_per_association" IS DISTINCT FROM (NEW."seats_per_association") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_ar" IS DISTINCT FROM (NEW."summary_ar") OR OLD."summary_de" IS DISTINCT FROM (NEW."summary_de") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."summary_tr" IS DISTINCT FROM (NEW."summary_tr") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_tr" IS DISTINCT FROM (NEW."title_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from") OR OLD."uid" IS DISTINCT FROM (NEW."uid") OR OLD."venue_id" IS DISTINCT FROM (NEW."venue_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."visibility" IS DISTINCT FROM (NEW."visibility"))',
                            func='INSERT INTO "events_eventhistory" ("answer_by", "calendar_title", "calendar_title_ar", "calendar_title_de", "calendar_title_en", "calendar_title_tr", "cancellation_note", "cancellation_note_ar", "cancellation_note_de", "cancellation_note_en", "cancellation_note_tr", "cancelled_at", "costs", "costs_ar", "costs_de", "costs_en", "costs_tr", "created_at", "deputy_id", "description", "description_ar", "description_de", "description_en", "description_tr", "ends_at", "id", "is_demo", "joining_note", "joining_note_ar", "joining_note_de", "joining_note_en", "joining_note_tr", "joining_url", "kind_id", "mode", "move_note", "move_note_ar", "move_note_de", "move_note_en", "move_note_tr", "moved_at", "organiser_id", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_mode", "previous_starts_at", "published_at", "registration_closes_at", "registration_opens_at", "registration_url", "responsible_id", "seats_per_association", "slug", "source", "starts_at", "status", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "uid", "venue_id", "version", "visibility") VALUES (NEW."answer_by", NEW."calendar_title", NEW."calendar_title_ar", NEW."calendar_title_de", NEW."calendar_title_en", NEW."calendar_title_tr", NEW."cancellation_note", NEW."cancellation_note_ar", NEW."cancellation_note_de", NEW."cancellation_note_en", NEW."cancellation_note_tr", NEW."cancelled_at", NEW."costs", NEW."costs_ar", NEW."costs_de", NEW."costs_en", NEW."costs_tr", NEW."created_at", NEW."deputy_id", NEW."description", NEW."description_ar", NEW."description_de", NEW."description_en", NEW."description_tr", NEW."ends_at", NEW."id", NEW."is_demo", NEW."joining_note", NEW."joining_note_ar", NEW."joining_note_de", NEW."joining_note_en", NEW."joining_note_tr", NEW."joining_url", NEW."kind_id", NEW."mode", NEW."move_note", NEW."move_note_ar", NEW."move_note_de", NEW."move_note_en", NEW."move_note_tr", NEW."moved_at", NEW."organiser_id", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."previous_mode", NEW."previous_starts_at", NEW."published_at", NEW."registration_closes_at", NEW."registration_opens_at", NEW."registration_url", NEW."responsible_id", NEW."seats_per_association", NEW."slug", NEW."source", NEW."starts_at", NEW."status", NEW."summary", NEW."summary_ar", NEW."summary_de", NEW."summary_en", NEW."summary_tr", NEW."title", NEW."title_ar", NEW."title_de", NEW."title_en", NEW."title_tr", NEW."translated_from", NEW."uid", NEW."venue_id", NEW."version", NEW."visibility"); RETURN NULL;',
                            hash="1b2f74f7403af2fd2e1cca122c8eaa0721a1653b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_73f59",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_eventhistory" ("answer_by", "calendar_title", "calendar_title_ar", "calendar_title_de", "calendar_title_en", "calendar_title_tr", "cancellation_note", "cancellation_note_ar", "cancellation_note_de", "cancellation_note_en", "cancellation_note_tr", "cancelled_at", "costs", "costs_ar", "costs_de", "costs_en", "costs_tr", "created_at", "deputy_id", "description", "description_ar", "description_de", "description_en", "description_tr", "ends_at", "id", "is_demo", "joining_note", "joining_note_ar", "joining_note_de", "joining_note_en", "joining_note_tr", "joining_url", "kind_id", "mode", "move_note", "move_note_ar", "move_note_de", "move_note_en", "move_note_tr", "moved_at", "organiser_id", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_mode", "previous_starts_at", "published_at", "registration_closes_at", "registration_opens_at", "registration_url", "responsible_id", "seats_per_association", "slug", "source", "starts_at", "status", "summary", "summary_ar", "summary_de", "summary_en", "summary_tr", "title", "title_ar", "title_de", "title_en", "title_tr", "translated_from", "uid", "venue_id", "version", "visibility") VALUES (OLD."answer_by", OLD."calendar_title", OLD."calendar_title_ar", OLD."calendar_title_de", OLD."calendar_title_en", OLD."calendar_title_tr", OLD."cancellation_note", OLD."cancellation_note_ar", OLD."cancellation_note_de", OLD."cancellation_note_en", OLD."cancellation_note_tr", OLD."cancelled_at", OLD."costs", OLD."costs_ar", OLD."costs_de", OLD."costs_en", OLD."costs_tr", OLD."created_at", OLD."deputy_id", OLD."description", OLD."description_ar", OLD."description_de", OLD."description_en", OLD."description_tr", OLD."ends_at", OLD."id", OLD."is_demo", OLD."joining_note", OLD."joining_note_ar", OLD."joining_note_de", OLD."joining_note_en", OLD."joining_note_tr", OLD."joining_url", OLD."kind_id", OLD."mode", OLD."move_note", OLD."move_note_ar", OLD."move_note_de", OLD."move_note_en", OLD."move_note_tr", OLD."moved_at", OLD."organiser_id", OLD."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."previous_mode", OLD."previous_starts_at", OLD."published_at", OLD."registration_closes_at", OLD."registration_opens_at", OLD."registration_url", OLD."responsible_id", OLD."seats_per_association", OLD."slug", OLD."source", OLD."starts_at", OLD."status", OLD."summary", OLD."summary_ar", OLD."summary_de", OLD."summary_en", OLD."summary_tr", OLD."title", OLD."title_ar", OLD."title_de", OLD."title_en", OLD."title_tr", OLD."translated_from", OLD."uid", OLD."venue_id", OLD."version", OLD."visibility"); RETURN NULL;',
                            hash="8905411eb2808534a20af10bb5574e9062d8ec94",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d74a6",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="campaign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_campaignhistory" ("audience_id", "created_at", "created_by_id", "event_id", "finished_at", "frozen_texts", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_days", "send_at", "started_at", "status", "subject", "subject_ar", "subject_de", "subject_en", "subject_tr", "text", "text_ar", "text_de", "text_en", "text_tr", "translated_from") VALUES (NEW."audience_id", NEW."created_at", NEW."created_by_id", NEW."event_id", NEW."finished_at", NEW."frozen_texts", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."reminder_days", NEW."send_at", NEW."started_at", NEW."status", NEW."subject", NEW."subject_ar", NEW."subject_de", NEW."subject_en", NEW."subject_tr", NEW."text", NEW."text_ar", NEW."text_de", NEW."text_en", NEW."text_tr", NEW."translated_from"); RETURN NULL;',
                            hash="6b1a5aa664073bbc9d610cdca78725e7d35ceccf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8fb1c",
                            table="events_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="campaign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."audience_id" IS DISTINCT FROM (NEW."audience_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."frozen_texts" IS DISTINCT FROM (NEW."frozen_texts") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reminder_days" IS DISTINCT FROM (NEW."reminder_days") OR OLD."send_at" IS DISTINCT FROM (NEW."send_at") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."subject_ar" IS DISTINCT FROM (NEW."subject_ar") OR OLD."subject_de" IS DISTINCT FROM (NEW."subject_de") OR OLD."subject_en" IS DISTINCT FROM (NEW."subject_en") OR OLD."subject_tr" IS DISTINCT FROM (NEW."subject_tr") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_de" IS DISTINCT FROM (NEW."text_de") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_tr" IS DISTINCT FROM (NEW."text_tr") OR OLD."translated_from" IS DISTINCT FROM (NEW."translated_from"))',
                            func='INSERT INTO "events_campaignhistory" ("audience_id", "created_at", "created_by_id", "event_id", "finished_at", "frozen_texts", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_days", "send_at", "started_at", "status", "subject", "subject_ar", "subject_de", "subject_en", "subject_tr", "text", "text_ar", "text_de", "text_en", "text_tr", "translated_from") VALUES (NEW."audience_id", NEW."created_at", NEW."created_by_id", NEW."event_id", NEW."finished_at", NEW."frozen_texts", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."reminder_days", NEW."send_at", NEW."started_at", NEW."status", NEW."subject", NEW."subject_ar", NEW."subject_de", NEW."subject_en", NEW."subject_tr", NEW."text", NEW."text_ar", NEW."text_de", NEW."text_en", NEW."text_tr", NEW."translated_from"); RETURN NULL;',
                            hash="b17518021bdfdb0d1cd39aeb4ea11a1eea6db971",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5cb11",
                            table="events_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="campaign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_campaignhistory" ("audience_id", "created_at", "created_by_id", "event_id", "finished_at", "frozen_texts", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_days", "send_at", "started_at", "status", "subject", "subject_ar", "subject_de", "subject_en", "subject_tr", "text", "text_ar", "text_de", "text_en", "text_tr", "translated_from") VALUES (OLD."audience_id", OLD."created_at", OLD."created_by_id", OLD."event_id", OLD."finished_at", OLD."frozen_texts", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reminder_days", OLD."send_at", OLD."started_at", OLD."status", OLD."subject", OLD."subject_ar", OLD."subject_de", OLD."subject_en", OLD."subject_tr", OLD."text", OLD."text_ar", OLD."text_de", OLD."text_en", OLD."text_tr", OLD."translated_from"); RETURN NULL;',
                            hash="6ed3f5faebdd96b98bed6d949c8d30f172d4764c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2fd46",
                            table="events_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_invitationhistory" ("answer_channel", "answered_at", "campaign_id", "created_at", "event_id", "id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "status", "version") VALUES (NEW."answer_channel", NEW."answered_at", NEW."campaign_id", NEW."created_at", NEW."event_id", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."status", NEW."version"); RETURN NULL;',
                            hash="65453d2469c69331700103f24c304953a3e35abd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e4dec",
                            table="events_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."answer_channel" IS DISTINCT FROM (NEW."answer_channel") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "events_invitationhistory" ("answer_channel", "answered_at", "campaign_id", "created_at", "event_id", "id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "status", "version") VALUES (NEW."answer_channel", NEW."answered_at", NEW."campaign_id", NEW."created_at", NEW."event_id", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."status", NEW."version"); RETURN NULL;',
                            hash="d27dbacac9eb4b270d85d5dae477c5aa397790de",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0645f",
                            table="events_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "events_invitationhistory" ("answer_channel", "answered_at", "campaign_id", "created_at", "event_id", "id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "status", "version") VALUES (OLD."answer_channel", OLD."answered_at", OLD."campaign_id", OLD."created_at", OLD."event_id", OLD."id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."status", OLD."version"); RETURN NULL;',
                            hash="91fd053500513f7c4dcc992baa9fa1d5385f097a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2c6c1",
                            table="events_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bd77cf3d471b5ffb415962043e5af63687c9b1eb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9f795",
                            table="events_invitationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d59f7ac9d218644ab5369648135c433b38d30570",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2d39e",
                            table="events_eventhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="venuehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79f23267b7514fc598844559930f4c9f302887a2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8bb7b",
                            table="events_venuehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="campaignhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d23da3d7d170c4218666d042024ec1e2bd17422d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_59ed6",
                            table="events_campaignhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
