"""The accounts' tables, at the state of their first four migrations."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import kme_portal.accounts.models.users
import kme_portal.base.models
from kme_portal.base.migrating import AllAtOnce


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_forms_that_wait"),
        ("accounts", "0003_my_data_and_cases"),
        ("accounts", "0004_roles_and_absence"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        AllAtOnce(
            operations=[
                migrations.CreateModel(
                    name="User",
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
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                max_length=254, unique=True, verbose_name="e-mail address"
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("de", "German"),
                                    ("en", "English"),
                                    ("tr", "Turkish"),
                                    ("ar", "Arabic"),
                                ],
                                default="de",
                                max_length=7,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "is_staff",
                            models.BooleanField(default=False, verbose_name="works in the office"),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="may sign in"),
                        ),
                        (
                            "joined_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="joined"
                            ),
                        ),
                        (
                            "invited_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="invited"
                            ),
                        ),
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                        ("warned_again_at", models.DateTimeField(editable=False, null=True)),
                        ("warned_at", models.DateTimeField(editable=False, null=True)),
                    ],
                    options={
                        "verbose_name": "account",
                        "verbose_name_plural": "accounts",
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="user_email_once",
                                violation_error_message="There is an account with this e-mail address already.",
                            )
                        ],
                    },
                    managers=[
                        ("objects", kme_portal.accounts.models.users.UserManager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Consent",
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
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                        ("purpose", models.CharField(max_length=40, verbose_name="purpose")),
                        (
                            "text_version",
                            models.CharField(max_length=12, verbose_name="version of the text"),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("de", "German"),
                                    ("en", "English"),
                                    ("tr", "Turkish"),
                                    ("ar", "Arabic"),
                                ],
                                max_length=7,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("form", "form on the portal"),
                                    ("link", "link in an e-mail"),
                                    ("telephone", "telephone"),
                                    ("letter", "by letter"),
                                    ("person", "in person"),
                                ],
                                max_length=12,
                                verbose_name="channel",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True,
                                help_text="Kind and id of a record.",
                                max_length=80,
                                verbose_name="given for",
                            ),
                        ),
                        ("given_at", models.DateTimeField(verbose_name="given")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "withdrawn_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("form", "form on the portal"),
                                    ("link", "link in an e-mail"),
                                    ("telephone", "telephone"),
                                    ("letter", "by letter"),
                                    ("person", "in person"),
                                ],
                                max_length=12,
                                verbose_name="how it was withdrawn",
                            ),
                        ),
                        (
                            "address_digest",
                            models.CharField(
                                blank=True,
                                db_default="",
                                db_index=True,
                                default="",
                                editable=False,
                                max_length=22,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consent",
                        "verbose_name_plural": "consents",
                        "ordering": ["-given_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                models.F("purpose"),
                                models.F("reference"),
                                condition=models.Q(("withdrawn_at", None)),
                                name="consent_living_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at", None), ("withdrawn_by", "")),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(("withdrawn_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="consent_withdrawal_says_how",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None),
                                    ("withdrawn_at__gte", models.F("given_at")),
                                    _connector="OR",
                                ),
                                name="consent_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReadLog",
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
                            "reading",
                            models.CharField(
                                choices=[("view", "looked at"), ("export", "exported")],
                                max_length=8,
                                verbose_name="what",
                            ),
                        ),
                        ("model", models.CharField(max_length=80, verbose_name="kind of record")),
                        (
                            "ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                size=None,
                                verbose_name="records",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(blank=True, max_length=300, verbose_name="purpose"),
                        ),
                        ("read_at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry of the read log",
                        "verbose_name_plural": "read log",
                        "ordering": ["-read_at"],
                        "default_permissions": ("view",),
                        "indexes": [models.Index(fields=["read_at"], name="readlog_when")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reading", "export"), _negated=True),
                                    models.Q(("purpose", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="readlog_export_has_a_purpose",
                                violation_error_message="An export needs a purpose.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UnsentForm",
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
                        ("key_digest", models.CharField(max_length=64)),
                        ("content", models.TextField(verbose_name="what was typed, encrypted")),
                        ("kept_at", models.DateTimeField()),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["key_digest"], name="unsent_key"),
                            models.Index(fields=["kept_at"], name="unsent_when"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Erasure",
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
                        ("digest", models.CharField(db_index=True, editable=False, max_length=22)),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("form", "form on the portal"),
                                    ("link", "link in an e-mail"),
                                    ("telephone", "telephone"),
                                    ("letter", "by letter"),
                                    ("person", "in person"),
                                ],
                                max_length=12,
                                verbose_name="channel",
                            ),
                        ),
                        ("rows", models.PositiveIntegerField(verbose_name="records")),
                        (
                            "erased_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="erased"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "erasure of a person",
                        "verbose_name_plural": "erasures of people",
                        "ordering": ["-erased_at"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
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
                            "title",
                            models.CharField(
                                help_text="Without names of people.",
                                max_length=150,
                                verbose_name="what happened, in a few words",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("contained", "contained"),
                                    ("closed", "closed"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "noticed_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                help_text="The 72 hours to tell the authority begin now.",
                                verbose_name="noticed",
                            ),
                        ),
                        (
                            "happened_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="happened"),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=8000, verbose_name="what happened"
                            ),
                        ),
                        (
                            "data_kinds",
                            models.CharField(blank=True, max_length=300, verbose_name="which data"),
                        ),
                        (
                            "people_affected",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="people affected"
                            ),
                        ),
                        (
                            "consequences",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="likely consequences"
                            ),
                        ),
                        (
                            "measures",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what was done"
                            ),
                        ),
                        (
                            "risk",
                            models.CharField(
                                choices=[
                                    ("unknown", "not judged yet"),
                                    ("none", "unlikely to be a risk"),
                                    ("risk", "a risk: tell the authority (Article 33)"),
                                    ("high", "a high risk: tell the people too (Article 34)"),
                                ],
                                default="unknown",
                                max_length=8,
                                verbose_name="risk for the people",
                            ),
                        ),
                        (
                            "authority_told_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="authority told"
                            ),
                        ),
                        (
                            "delay_reason",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why not within 72 hours, or why not at all",
                            ),
                        ),
                        (
                            "people_told_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="people told"),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="closed"
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "data protection incident",
                        "verbose_name_plural": "data protection incidents",
                        "ordering": ["-noticed_at"],
                        "default_permissions": ("add", "change", "view"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", False), ("status", "closed")),
                                    models.Q(
                                        models.Q(("status", "closed"), _negated=True),
                                        ("closed_at", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_closed_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "closed"), _negated=True),
                                    models.Q(("risk", "unknown"), _negated=True),
                                    _connector="OR",
                                ),
                                name="incident_closed_is_judged",
                                violation_error_message="Judge the risk before you close the incident.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentHistory",
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
                                    ("open", "open"),
                                    ("contained", "contained"),
                                    ("closed", "closed"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "noticed_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                help_text="The 72 hours to tell the authority begin now.",
                                verbose_name="noticed",
                            ),
                        ),
                        (
                            "happened_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="happened"),
                        ),
                        (
                            "data_kinds",
                            models.CharField(blank=True, max_length=300, verbose_name="which data"),
                        ),
                        (
                            "people_affected",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="people affected"
                            ),
                        ),
                        (
                            "risk",
                            models.CharField(
                                choices=[
                                    ("unknown", "not judged yet"),
                                    ("none", "unlikely to be a risk"),
                                    ("risk", "a risk: tell the authority (Article 33)"),
                                    ("high", "a high risk: tell the people too (Article 34)"),
                                ],
                                default="unknown",
                                max_length=8,
                                verbose_name="risk for the people",
                            ),
                        ),
                        (
                            "authority_told_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="authority told"
                            ),
                        ),
                        (
                            "people_told_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="people told"),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="closed"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="accounts.incident",
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
                    ],
                    options={
                        "verbose_name": "history of data protection incident",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="incident_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DataLink",
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
                            "public_id",
                            models.CharField(
                                default=kme_portal.base.models.new_public_id,
                                editable=False,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("de", "German"),
                                    ("en", "English"),
                                    ("tr", "Turkish"),
                                    ("ar", "Arabic"),
                                ],
                                max_length=7,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="created"
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                        "indexes": [models.Index(fields=["created_at"], name="datalink_age")],
                    },
                ),
                migrations.CreateModel(
                    name="DataRequest",
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
                                choices=[
                                    ("access", "access (Article 15)"),
                                    ("rectification", "correction (Article 16)"),
                                    ("erasure", "erasure (Article 17)"),
                                    ("restriction", "restriction (Article 18)"),
                                    ("portability", "data portability (Article 20)"),
                                    ("objection", "objection (Article 21)"),
                                    ("complaint", "complaint or question"),
                                ],
                                max_length=14,
                                verbose_name="what is asked for",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("in_progress", "in progress"),
                                    ("answered", "answered"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("form", "form on the portal"),
                                    ("link", "link in an e-mail"),
                                    ("telephone", "telephone"),
                                    ("letter", "by letter"),
                                    ("person", "in person"),
                                ],
                                default="form",
                                max_length=12,
                                verbose_name="channel",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Letters go here. Empty: answer by post, and say so in a note.",
                                max_length=254,
                                verbose_name="e-mail address",
                            ),
                        ),
                        (
                            "address_digest",
                            models.CharField(
                                blank=True, db_index=True, editable=False, max_length=22
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("de", "German"),
                                    ("en", "English"),
                                    ("tr", "Turkish"),
                                    ("ar", "Arabic"),
                                ],
                                default="de",
                                max_length=7,
                                verbose_name="language of letters",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="in the person's words"
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="received on"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "extension_reason",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="reason for the extension"
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, max_length=8000, verbose_name="answer to the person"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="closed"
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "data protection request",
                        "verbose_name_plural": "data protection requests",
                        "ordering": ["due_on", "pk"],
                        "default_permissions": ("add", "change", "view"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at", None), ("status__in", ["open", "in_progress"])
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("status__in", ["open", "in_progress"]), _negated=True
                                        ),
                                        ("closed_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="datarequest_closed_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("received_on"))),
                                name="datarequest_due_after_it_came",
                                violation_error_message="It cannot be due before it came.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseNote",
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
                        ("text", models.TextField(max_length=4000, verbose_name="note")),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="written",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="accounts.datarequest",
                            ),
                        ),
                        (
                            "incident",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="accounts.incident",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "note",
                        "verbose_name_plural": "notes",
                        "ordering": ["written_at"],
                        "default_permissions": ("add", "view"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("request__isnull", True),
                                    ("incident__isnull", True),
                                    _connector="XOR",
                                ),
                                name="casenote_of_one_case",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DataRequestHistory",
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
                                choices=[
                                    ("access", "access (Article 15)"),
                                    ("rectification", "correction (Article 16)"),
                                    ("erasure", "erasure (Article 17)"),
                                    ("restriction", "restriction (Article 18)"),
                                    ("portability", "data portability (Article 20)"),
                                    ("objection", "objection (Article 21)"),
                                    ("complaint", "complaint or question"),
                                ],
                                max_length=14,
                                verbose_name="what is asked for",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("in_progress", "in progress"),
                                    ("answered", "answered"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("form", "form on the portal"),
                                    ("link", "link in an e-mail"),
                                    ("telephone", "telephone"),
                                    ("letter", "by letter"),
                                    ("person", "in person"),
                                ],
                                default="form",
                                max_length=12,
                                verbose_name="channel",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("de", "German"),
                                    ("en", "English"),
                                    ("tr", "Turkish"),
                                    ("ar", "Arabic"),
                                ],
                                default="de",
                                max_length=7,
                                verbose_name="language of letters",
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="received on"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="closed"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="accounts.datarequest",
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
                    ],
                    options={
                        "verbose_name": "history of data protection request",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="datarequest_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleEvent",
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
                                choices=[
                                    ("invited", "invited"),
                                    ("changed", "role changed"),
                                    ("left", "left the office"),
                                    ("closed", "account closed"),
                                    ("factor_reset", "second factor reset"),
                                    ("forgotten", "erased after long absence"),
                                ],
                                max_length=12,
                                verbose_name="what",
                            ),
                        ),
                        (
                            "groups",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=150),
                                default=list,
                                size=None,
                                verbose_name="groups afterwards",
                            ),
                        ),
                        (
                            "happened_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="when"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="Empty: on the server, or by the portal itself.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="handed over to",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of a role",
                        "verbose_name_plural": "changes of roles",
                        "ordering": ["-happened_at", "-pk"],
                        "default_permissions": ("view",),
                        "indexes": [models.Index(fields=["happened_at"], name="role_event_when")],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="readlog",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a97dfee20eab31afc5726559169f66ad6b67c27e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_95edc",
                            table="accounts_readlog",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="erasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e91141113ae01afdf37d83a8c3d12353f8617bb0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8dda0",
                            table="accounts_erasure",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounts_incidenthistory" ("authority_told_at", "closed_at", "created_at", "data_kinds", "happened_at", "id", "noticed_at", "people_affected", "people_told_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsible_id", "risk", "status") VALUES (NEW."authority_told_at", NEW."closed_at", NEW."created_at", NEW."data_kinds", NEW."happened_at", NEW."id", NEW."noticed_at", NEW."people_affected", NEW."people_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."responsible_id", NEW."risk", NEW."status"); RETURN NULL;',
                            hash="e32edfa6f475f1f55f9cf06f3657c5e6ea565aaf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7bf3e",
                            table="accounts_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."authority_told_at" IS DISTINCT FROM (NEW."authority_told_at") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."data_kinds" IS DISTINCT FROM (NEW."data_kinds") OR OLD."happened_at" IS DISTINCT FROM (NEW."happened_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."noticed_at" IS DISTINCT FROM (NEW."noticed_at") OR OLD."people_affected" IS DISTINCT FROM (NEW."people_affected") OR OLD."people_told_at" IS DISTINCT FROM (NEW."people_told_at") OR OLD."responsible_id" IS DISTINCT FROM (NEW."responsible_id") OR OLD."risk" IS DISTINCT FROM (NEW."risk") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "accounts_incidenthistory" ("authority_told_at", "closed_at", "created_at", "data_kinds", "happened_at", "id", "noticed_at", "people_affected", "people_told_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsible_id", "risk", "status") VALUES (NEW."authority_told_at", NEW."closed_at", NEW."created_at", NEW."data_kinds", NEW."happened_at", NEW."id", NEW."noticed_at", NEW."people_affected", NEW."people_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."responsible_id", NEW."risk", NEW."status"); RETURN NULL;',
                            hash="d8e2b485a4bc437d97e077aa201c286fb1cb635e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c8976",
                            table="accounts_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounts_incidenthistory" ("authority_told_at", "closed_at", "created_at", "data_kinds", "happened_at", "id", "noticed_at", "people_affected", "people_told_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsible_id", "risk", "status") VALUES (OLD."authority_told_at", OLD."closed_at", OLD."created_at", OLD."data_kinds", OLD."happened_at", OLD."id", OLD."noticed_at", OLD."people_affected", OLD."people_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."responsible_id", OLD."risk", OLD."status"); RETURN NULL;',
                            hash="b24fbef4eb0a17d0d713f323f428f32960e3e97f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_91210",
                            table="accounts_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incidenthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="506c1e379ced947429b6ca4ac27b1023167798ff",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2f148",
                            table="accounts_incidenthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datarequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounts_datarequesthistory" ("channel", "closed_at", "created_at", "due_on", "id", "kind", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "responsible_id", "status") VALUES (NEW."channel", NEW."closed_at", NEW."created_at", NEW."due_on", NEW."id", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."received_on", NEW."responsible_id", NEW."status"); RETURN NULL;',
                            hash="11e0fbcc3a611b0338343b36436d06b54938303e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ff15c",
                            table="accounts_datarequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datarequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on") OR OLD."responsible_id" IS DISTINCT FROM (NEW."responsible_id") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "accounts_datarequesthistory" ("channel", "closed_at", "created_at", "due_on", "id", "kind", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "responsible_id", "status") VALUES (NEW."channel", NEW."closed_at", NEW."created_at", NEW."due_on", NEW."id", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."received_on", NEW."responsible_id", NEW."status"); RETURN NULL;',
                            hash="7ea14b33a6a7ae39523f267605ad5c77fde56cee",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ebcdf",
                            table="accounts_datarequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datarequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounts_datarequesthistory" ("channel", "closed_at", "created_at", "due_on", "id", "kind", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "responsible_id", "status") VALUES (OLD."channel", OLD."closed_at", OLD."created_at", OLD."due_on", OLD."id", OLD."kind", OLD."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."received_on", OLD."responsible_id", OLD."status"); RETURN NULL;',
                            hash="e4940afc29ac52262c9b29f1bbc0e297ad1cbe96",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_57af8",
                            table="accounts_datarequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datarequesthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9ca6a39f0a3493f99937a8347a818de0e966b6a5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_532f7",
                            table="accounts_datarequesthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b564108b8bf5a07512863705a922155d3bbdc3f6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ab9e0",
                            table="accounts_roleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
