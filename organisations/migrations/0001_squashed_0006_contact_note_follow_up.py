"""The register's tables, at the state of their first six migrations.

All but the columns that logos had before they were stored files: databases that were migrated one by
one keep these, for processes that still run the first version. Drop them later, with IF EXISTS.
"""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import kme_portal.base.models
import kme_portal.base.searching
from kme_portal.base.migrating import AllAtOnce


class Migration(migrations.Migration):
    replaces = [
        ("organisations", "0001_initial"),
        ("organisations", "0002_logos_as_stored_files"),
        ("organisations", "0003_search_indexes"),
        ("organisations", "0004_registrations_and_claims"),
        ("organisations", "0005_changes_and_roles"),
        ("organisations", "0006_contact_note_follow_up"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("base", "0003_stored_files"),
    ]

    operations = [
        AllAtOnce(
            operations=[
                migrations.CreateModel(
                    name="District",
                    fields=[
                        (
                            "ags",
                            models.CharField(
                                max_length=5,
                                primary_key=True,
                                serialize=False,
                                verbose_name="key (AGS)",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, unique=True, verbose_name="name")),
                        (
                            "government_region",
                            models.CharField(max_length=20, verbose_name="administrative region"),
                        ),
                    ],
                    options={
                        "verbose_name": "district",
                        "verbose_name_plural": "districts",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Import",
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
                        ("filename", models.CharField(max_length=200, verbose_name="file")),
                        ("digest", models.CharField(max_length=64, verbose_name="digest")),
                        ("file", models.FileField(blank=True, upload_to="imports/")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("preview", "to be checked"),
                                    ("done", "imported"),
                                    ("discarded", "discarded"),
                                ],
                                default="preview",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("rows_new", models.PositiveIntegerField(default=0, verbose_name="new")),
                        (
                            "rows_changed",
                            models.PositiveIntegerField(default=0, verbose_name="changed"),
                        ),
                        (
                            "rows_refused",
                            models.PositiveIntegerField(default=0, verbose_name="refused"),
                        ),
                        (
                            "imported_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="imported by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "import",
                        "verbose_name_plural": "imports",
                        "ordering": ["-created_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Postcode",
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
                        ("code", models.CharField(max_length=5, verbose_name="postcode")),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="postcodes",
                                to="organisations.district",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "district"), name="postcode_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Term",
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
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("field", "field of activity"),
                                    ("target_group", "target group"),
                                    ("self_designation", "self-designation"),
                                    ("language", "language"),
                                    ("function", "function of a person"),
                                    ("event_kind", "kind of event"),
                                    ("access_feature", "access feature of a venue"),
                                    ("priority", "funding priority"),
                                    ("refusal_reason", "reason to refuse a registration"),
                                ],
                                max_length=20,
                                verbose_name="vocabulary",
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, verbose_name="slug")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_de",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "name_tr",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "name_ar",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=100, verbose_name="order"),
                        ),
                        ("is_retired", models.BooleanField(default=False, verbose_name="retired")),
                    ],
                    options={
                        "verbose_name": "term",
                        "verbose_name_plural": "terms",
                        "ordering": ["kind", "order", "slug"],
                        "constraints": [
                            models.UniqueConstraint(fields=("kind", "slug"), name="term_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TermHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "translated_from",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("field", "field of activity"),
                                    ("target_group", "target group"),
                                    ("self_designation", "self-designation"),
                                    ("language", "language"),
                                    ("function", "function of a person"),
                                    ("event_kind", "kind of event"),
                                    ("access_feature", "access feature of a venue"),
                                    ("priority", "funding priority"),
                                    ("refusal_reason", "reason to refuse a registration"),
                                ],
                                max_length=20,
                                verbose_name="vocabulary",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(db_index=False, max_length=60, verbose_name="slug"),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_de",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "name_tr",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "name_ar",
                            models.CharField(max_length=120, null=True, verbose_name="name"),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(default=100, verbose_name="order"),
                        ),
                        ("is_retired", models.BooleanField(default=False, verbose_name="retired")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="organisations.term",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of term",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="term_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
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
                                    ("association", "association"),
                                    ("authority", "authority"),
                                    ("advice_body", "advice body"),
                                    ("press", "press"),
                                    ("partner", "partner"),
                                ],
                                default="association",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "short_name",
                            models.CharField(blank=True, max_length=60, verbose_name="short name"),
                        ),
                        (
                            "other_names",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="names in other scripts or spellings",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("council", "coordination council"),
                                    ("federal", "federal umbrella"),
                                    ("state", "state umbrella"),
                                    ("regional", "regional umbrella"),
                                    ("local", "local association"),
                                    ("group", "group without register entry"),
                                ],
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ev", "registered association (e.V.)"),
                                    ("ev_in_formation", "registered association in formation"),
                                    ("branch", "branch of a registered association"),
                                    ("public_law", "public-law corporation"),
                                    ("ggmbh", "non-profit limited company (gGmbH)"),
                                    ("foundation", "foundation"),
                                    ("initiative", "initiative without legal form"),
                                ],
                                max_length=16,
                                verbose_name="legal form",
                            ),
                        ),
                        (
                            "register_entry",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="register entry"
                            ),
                        ),
                        (
                            "founded_in",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year of foundation"
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
                        ("city", models.CharField(blank=True, max_length=80, verbose_name="city")),
                        (
                            "address_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="address visible to",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        (
                            "email_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="e-mail visible to",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telephone"),
                        ),
                        (
                            "phone_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="telephone visible to",
                            ),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "website_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="public",
                                max_length=8,
                                verbose_name="website visible to",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "description_language",
                            models.CharField(
                                choices=[
                                    ("de", "German"),
                                    ("en", "English"),
                                    ("tr", "Turkish"),
                                    ("ar", "Arabic"),
                                ],
                                default="de",
                                max_length=7,
                                verbose_name="language of the description",
                            ),
                        ),
                        (
                            "size_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("under_50", "fewer than 50 members"),
                                    ("under_100", "50 to 99 members"),
                                    ("under_500", "100 to 499 members"),
                                    ("over_500", "500 members or more"),
                                ],
                                max_length=12,
                                verbose_name="size",
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "none yet"),
                                    ("established", "established partner"),
                                    ("forum", "member of the forum"),
                                    ("new", "newly joined"),
                                ],
                                max_length=12,
                                verbose_name="relation to the office",
                            ),
                        ),
                        (
                            "relation_from",
                            models.DateField(blank=True, null=True, verbose_name="relation since"),
                        ),
                        (
                            "relation_to",
                            models.DateField(blank=True, null=True, verbose_name="relation until"),
                        ),
                        (
                            "is_listed",
                            models.BooleanField(
                                default=False, verbose_name="listed in the public directory"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("email_confirmed", "e-mail confirmed"),
                                    ("in_review", "in review"),
                                    ("query", "query open"),
                                    ("active", "active"),
                                    ("dormant", "dormant"),
                                    ("archived", "archived"),
                                    ("rejected", "rejected"),
                                ],
                                default="draft",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "rejection_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="reason of refusal"
                            ),
                        ),
                        (
                            "last_confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="last confirmed"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="source of the entry"
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "sort_name",
                            models.GeneratedField(
                                db_persist=True,
                                expression=kme_portal.base.searching.DeSort(models.F("name")),
                                output_field=models.TextField(),
                            ),
                        ),
                        (
                            "search_text",
                            models.GeneratedField(
                                db_persist=True,
                                expression=kme_portal.base.searching.DeSort(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
                                        models.Value(" "),
                                        models.F("short_name"),
                                        models.Value(" "),
                                        models.F("other_names"),
                                    )
                                ),
                                output_field=models.TextField(),
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
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_entries",
                                to="organisations.organisation",
                                verbose_name="merged into",
                            ),
                        ),
                        (
                            "fields",
                            models.ManyToManyField(
                                blank=True,
                                limit_choices_to={"kind": "field"},
                                related_name="organisations",
                                to="organisations.term",
                                verbose_name="fields of activity",
                            ),
                        ),
                        (
                            "languages",
                            models.ManyToManyField(
                                blank=True,
                                limit_choices_to={"kind": "language"},
                                related_name="+",
                                to="organisations.term",
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "self_designations",
                            models.ManyToManyField(
                                blank=True,
                                limit_choices_to={"kind": "self_designation"},
                                related_name="+",
                                to="organisations.term",
                                verbose_name="self-designation",
                            ),
                        ),
                        (
                            "target_groups",
                            models.ManyToManyField(
                                blank=True,
                                limit_choices_to={"kind": "target_group"},
                                related_name="+",
                                to="organisations.term",
                                verbose_name="target groups",
                            ),
                        ),
                        (
                            "logo_image",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="base.storedfile",
                                verbose_name="logo",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisation",
                        "verbose_name_plural": "organisations",
                        "ordering": ["sort_name", "name"],
                        "indexes": [
                            models.Index(fields=["sort_name", "name"], name="organisation_order"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search_text"],
                                name="organisation_search",
                                opclasses=["gin_trgm_ops"],
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    kme_portal.base.searching.DeSort(
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("description"),
                                                models.Value(""),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(" ", output_field=models.TextField()),
                                            output_field=models.TextField(),
                                        )
                                    ),
                                    name="gin_trgm_ops",
                                ),
                                name="organisation_search_text",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_listed", False), ("kind", "association"), _connector="OR"
                                ),
                                name="organisation_only_associations_listed",
                                violation_error_message="Only associations can be listed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "rejected"), _negated=True),
                                    models.Q(("rejection_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="organisation_rejection_has_a_reason",
                                violation_error_message="A refusal needs a reason.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("merged_into", None),
                                    models.Q(("merged_into", models.F("pk")), _negated=True),
                                    _connector="OR",
                                ),
                                name="organisation_not_merged_into_itself",
                                violation_error_message="An entry cannot be merged into itself.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Affiliation",
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
                                    ("member", "member"),
                                    ("associated", "associated member"),
                                    ("branch", "branch"),
                                    ("youth", "youth section"),
                                ],
                                default="member",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "confirmed_by_member_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="confirmed by the member"
                            ),
                        ),
                        (
                            "confirmed_by_umbrella_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="confirmed by the umbrella"
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="affiliations",
                                to="organisations.organisation",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "umbrella",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="member_links",
                                to="organisations.organisation",
                                verbose_name="umbrella",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "affiliation",
                        "verbose_name_plural": "affiliations",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("to_on", None)),
                                fields=("member", "umbrella", "kind"),
                                name="affiliation_once",
                                violation_error_message="This affiliation exists already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("member", models.F("umbrella")), _negated=True),
                                name="affiliation_not_to_itself",
                                violation_error_message="An organisation cannot be its own umbrella.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_on", None),
                                    ("from_on", None),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="affiliation_ends_after_it_begins",
                                violation_error_message="The end lies before the beginning.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AffiliationHistory",
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
                                    ("member", "member"),
                                    ("associated", "associated member"),
                                    ("branch", "branch"),
                                    ("youth", "youth section"),
                                ],
                                default="member",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "confirmed_by_member_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="confirmed by the member"
                            ),
                        ),
                        (
                            "confirmed_by_umbrella_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="confirmed by the umbrella"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="organisations.affiliation",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "umbrella",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="umbrella",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of affiliation",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="affiliation_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationHistory",
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
                                    ("association", "association"),
                                    ("authority", "authority"),
                                    ("advice_body", "advice body"),
                                    ("press", "press"),
                                    ("partner", "partner"),
                                ],
                                default="association",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "short_name",
                            models.CharField(blank=True, max_length=60, verbose_name="short name"),
                        ),
                        (
                            "other_names",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="names in other scripts or spellings",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                db_index=False, max_length=80, verbose_name="address of the page"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("council", "coordination council"),
                                    ("federal", "federal umbrella"),
                                    ("state", "state umbrella"),
                                    ("regional", "regional umbrella"),
                                    ("local", "local association"),
                                    ("group", "group without register entry"),
                                ],
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ev", "registered association (e.V.)"),
                                    ("ev_in_formation", "registered association in formation"),
                                    ("branch", "branch of a registered association"),
                                    ("public_law", "public-law corporation"),
                                    ("ggmbh", "non-profit limited company (gGmbH)"),
                                    ("foundation", "foundation"),
                                    ("initiative", "initiative without legal form"),
                                ],
                                max_length=16,
                                verbose_name="legal form",
                            ),
                        ),
                        (
                            "register_entry",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="register entry"
                            ),
                        ),
                        (
                            "founded_in",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year of foundation"
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
                        ("city", models.CharField(blank=True, max_length=80, verbose_name="city")),
                        (
                            "address_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="address visible to",
                            ),
                        ),
                        (
                            "email_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="e-mail visible to",
                            ),
                        ),
                        (
                            "phone_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="telephone visible to",
                            ),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "website_visibility",
                            models.CharField(
                                choices=[
                                    ("public", "everyone"),
                                    ("network", "associations of the network"),
                                    ("office", "the office only"),
                                ],
                                default="public",
                                max_length=8,
                                verbose_name="website visible to",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "description_language",
                            models.CharField(
                                choices=[
                                    ("de", "German"),
                                    ("en", "English"),
                                    ("tr", "Turkish"),
                                    ("ar", "Arabic"),
                                ],
                                default="de",
                                max_length=7,
                                verbose_name="language of the description",
                            ),
                        ),
                        (
                            "size_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("under_50", "fewer than 50 members"),
                                    ("under_100", "50 to 99 members"),
                                    ("under_500", "100 to 499 members"),
                                    ("over_500", "500 members or more"),
                                ],
                                max_length=12,
                                verbose_name="size",
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "none yet"),
                                    ("established", "established partner"),
                                    ("forum", "member of the forum"),
                                    ("new", "newly joined"),
                                ],
                                max_length=12,
                                verbose_name="relation to the office",
                            ),
                        ),
                        (
                            "relation_from",
                            models.DateField(blank=True, null=True, verbose_name="relation since"),
                        ),
                        (
                            "relation_to",
                            models.DateField(blank=True, null=True, verbose_name="relation until"),
                        ),
                        (
                            "is_listed",
                            models.BooleanField(
                                default=False, verbose_name="listed in the public directory"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("email_confirmed", "e-mail confirmed"),
                                    ("in_review", "in review"),
                                    ("query", "query open"),
                                    ("active", "active"),
                                    ("dormant", "dormant"),
                                    ("archived", "archived"),
                                    ("rejected", "rejected"),
                                ],
                                default="draft",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "rejection_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="reason of refusal"
                            ),
                        ),
                        (
                            "last_confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="last confirmed"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="source of the entry"
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
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
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
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "logo_image",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="base.storedfile",
                                verbose_name="logo",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of organisation",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="organisation_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Representative",
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
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telephone"),
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
                            "function_note",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="function in other words"
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "may_edit",
                            models.BooleanField(default=False, verbose_name="may edit the profile"),
                        ),
                        (
                            "may_be_invited",
                            models.BooleanField(default=True, verbose_name="may be invited"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="where the data come from"
                            ),
                        ),
                        (
                            "informed_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="informed by Article 14",
                            ),
                        ),
                        (
                            "needs_notice",
                            models.BooleanField(
                                default=False,
                                help_text="Tick this when the data come from somebody else (Article 14 GDPR).",
                                verbose_name="must be informed before the first invitation",
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="representatives",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="representations",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                        (
                            "function",
                            models.ForeignKey(
                                blank=True,
                                limit_choices_to={"kind": "function"},
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="function",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "person in a role",
                        "verbose_name_plural": "people in roles",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                django.db.models.functions.text.Lower("email"),
                                name="representative_email",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("organisation"),
                                django.db.models.functions.text.Lower("email"),
                                condition=models.Q(
                                    models.Q(("email", ""), _negated=True), ("to_on", None)
                                ),
                                name="representative_address_once",
                                violation_error_message="This e-mail address is entered for another person of the organisation already. Leave it empty here, so that nobody gets two letters.",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                condition=models.Q(
                                    models.Q(("email", ""), _negated=True),
                                    ("organisation", None),
                                    ("to_on", None),
                                ),
                                name="representative_outside_address_once",
                                violation_error_message="This e-mail address is entered already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    models.Q(("phone", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="representative_can_be_reached",
                                violation_error_message="Enter a name, an e-mail address or a telephone number.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_on", None),
                                    ("from_on", None),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="representative_ends_after_it_begins",
                                violation_error_message="The end lies before the beginning.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Audience",
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
                            "name",
                            models.CharField(max_length=120, unique=True, verbose_name="name"),
                        ),
                        (
                            "criteria",
                            models.JSONField(blank=True, default=dict, verbose_name="filter"),
                        ),
                        (
                            "excludes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="organisations.organisation",
                                verbose_name="never included",
                            ),
                        ),
                        (
                            "includes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="organisations.organisation",
                                verbose_name="always included",
                            ),
                        ),
                        (
                            "people",
                            models.ManyToManyField(
                                blank=True,
                                limit_choices_to={"organisation": None},
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="people outside associations",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "audience",
                        "verbose_name_plural": "audiences",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="AudienceHistory",
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
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "criteria",
                            models.JSONField(blank=True, default=dict, verbose_name="filter"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="organisations.audience",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of audience",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="audience_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactNote",
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
                            "channel",
                            models.CharField(
                                choices=[
                                    ("telephone", "telephone"),
                                    ("letter", "letter"),
                                    ("email", "e-mail"),
                                    ("meeting", "meeting"),
                                    ("list", "address list"),
                                ],
                                default="telephone",
                                max_length=12,
                                verbose_name="channel",
                            ),
                        ),
                        ("happened_at", models.DateTimeField(verbose_name="when")),
                        (
                            "text",
                            models.TextField(blank=True, max_length=4000, verbose_name="note"),
                        ),
                        ("keep_until", models.DateField(verbose_name="keep until")),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
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
                                to="organisations.representative",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "follow_up_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="to be taken up again on"
                            ),
                        ),
                        (
                            "followed_up_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="taken up again"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact note",
                        "verbose_name_plural": "contact notes",
                        "ordering": ["-happened_at"],
                    },
                ),
                migrations.CreateModel(
                    name="RepresentativeHistory",
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
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "may_edit",
                            models.BooleanField(default=False, verbose_name="may edit the profile"),
                        ),
                        (
                            "may_be_invited",
                            models.BooleanField(default=True, verbose_name="may be invited"),
                        ),
                        (
                            "informed_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="informed by Article 14",
                            ),
                        ),
                        (
                            "needs_notice",
                            models.BooleanField(
                                default=False,
                                help_text="Tick this when the data come from somebody else (Article 14 GDPR).",
                                verbose_name="must be informed before the first invitation",
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
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
                                to="organisations.representative",
                            ),
                        ),
                        (
                            "function",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                limit_choices_to={"kind": "function"},
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.term",
                                verbose_name="function",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of person in a role",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj", "pgh_id"], name="representative_history"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntryClaim",
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
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                        (
                            "words",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="what links you to the association",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "link sent"),
                                    ("asked", "waiting for the office"),
                                    ("taken", "taken over"),
                                    ("refused", "refused"),
                                ],
                                default="sent",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "is_granted",
                            models.BooleanField(
                                default=False, verbose_name="approved by the office"
                            ),
                        ),
                        ("sent_at", models.DateTimeField(verbose_name="link sent")),
                        (
                            "waiting_since",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="waiting since"
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "refusal_words",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="in the office's words"
                            ),
                        ),
                        (
                            "granted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="claims",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "representative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="claims",
                                to="organisations.representative",
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "claim to an entry",
                        "verbose_name_plural": "claims to entries",
                        "ordering": ["waiting_since", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("organisation"),
                                django.db.models.functions.text.Lower("email"),
                                condition=models.Q(("status__in", ["sent", "asked"])),
                                name="entry_claim_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("status__in", ["taken", "refused"]),
                                    ),
                                    models.Q(
                                        ("decided_at", None), ("status__in", ["sent", "asked"])
                                    ),
                                    _connector="OR",
                                ),
                                name="entry_claim_decision_has_a_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntryClaimHistory",
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
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "link sent"),
                                    ("asked", "waiting for the office"),
                                    ("taken", "taken over"),
                                    ("refused", "refused"),
                                ],
                                default="sent",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "is_granted",
                            models.BooleanField(
                                default=False, verbose_name="approved by the office"
                            ),
                        ),
                        ("sent_at", models.DateTimeField(verbose_name="link sent")),
                        (
                            "waiting_since",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="waiting since"
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "granted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="organisations.entryclaim",
                            ),
                        ),
                        (
                            "representative",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.representative",
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of claim to an entry",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="entryclaim_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Registration",
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
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
                        ("form_id", models.CharField(editable=False, max_length=32, unique=True)),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
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
                            "answers",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="what was typed"
                            ),
                        ),
                        ("name_key", models.CharField(editable=False, max_length=200)),
                        (
                            "spam_signs",
                            models.JSONField(
                                blank=True, default=list, verbose_name="signs of spam"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("received", "received"),
                                    ("decided", "decided"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="completed"),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="address confirmed"
                            ),
                        ),
                        (
                            "received_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="received"),
                        ),
                        (
                            "waiting_since",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="waiting since"
                            ),
                        ),
                        (
                            "questions_asked",
                            models.PositiveSmallIntegerField(default=0, editable=False),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approved", "approved"),
                                    ("refused", "refused"),
                                    ("merged", "merged with an existing entry"),
                                ],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "refusal_words",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="in the office's words"
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "organisation",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="registration",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "refusal_reason",
                            models.ForeignKey(
                                blank=True,
                                limit_choices_to={"kind": "refusal_reason"},
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="reason of refusal",
                            ),
                        ),
                        (
                            "reviewer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reviewed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "registration of an association",
                        "verbose_name_plural": "registrations of associations",
                        "ordering": ["waiting_since", "pk"],
                        "indexes": [
                            models.Index(
                                django.db.models.functions.text.Lower("email"), name="joining_email"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                models.F("name_key"),
                                condition=models.Q(("status", "received")),
                                name="joining_received_once",
                                violation_error_message="This association is registered already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("organisation", None), ("status", "draft")),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        ("organisation__isnull", False),
                                        ("received_at__isnull", False),
                                        models.Q(("status", "draft"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="joining_received_after_proof",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("status", "decided"),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "decided"), _negated=True),
                                        ("decided_at", None),
                                        ("outcome", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="joining_decision_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "refused"), _negated=True),
                                    ("refusal_reason__isnull", False),
                                    _connector="OR",
                                ),
                                name="joining_refusal_has_a_reason",
                                violation_error_message="A refusal needs a reason.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Objection",
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
                        ("text", models.TextField(max_length=4000, verbose_name="text")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("upheld", "the refusal stays"),
                                    ("granted", "the review begins again"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="in the office's words"
                            ),
                        ),
                        (
                            "against",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="against the decision of",
                            ),
                        ),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="objections_to_decide",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assigned to",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="objections",
                                to="organisations.registration",
                                verbose_name="registration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "objection to a refusal",
                        "verbose_name_plural": "objections to refusals",
                        "ordering": ["created_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "open")),
                                fields=("registration",),
                                name="objection_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_by", None),
                                    ("against", None),
                                    models.Q(("decided_by", models.F("against")), _negated=True),
                                    _connector="OR",
                                ),
                                name="objection_decided_by_another",
                                violation_error_message="Who refused cannot decide about the objection.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at", None), ("status", "open")),
                                    models.Q(
                                        models.Q(("status", "open"), _negated=True),
                                        ("decided_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="objection_decision_has_a_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectionHistory",
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
                                    ("upheld", "the refusal stays"),
                                    ("granted", "the review begins again"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "against",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="against the decision of",
                            ),
                        ),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assigned to",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="organisations.objection",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.registration",
                                verbose_name="registration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of objection to a refusal",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="objection_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegistrationHistory",
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
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("received", "received"),
                                    ("decided", "decided"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="completed"),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="address confirmed"
                            ),
                        ),
                        (
                            "received_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="received"),
                        ),
                        (
                            "waiting_since",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="waiting since"
                            ),
                        ),
                        (
                            "questions_asked",
                            models.PositiveSmallIntegerField(default=0, editable=False),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approved", "approved"),
                                    ("refused", "refused"),
                                    ("merged", "merged with an existing entry"),
                                ],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
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
                                to="organisations.registration",
                            ),
                        ),
                        (
                            "refusal_reason",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                limit_choices_to={"kind": "refusal_reason"},
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.term",
                                verbose_name="reason of refusal",
                            ),
                        ),
                        (
                            "reviewer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reviewed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of registration of an association",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="registration_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewMessage",
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
                            "side",
                            models.CharField(
                                choices=[
                                    ("office", "the office"),
                                    ("association", "the association"),
                                ],
                                max_length=12,
                                verbose_name="from",
                            ),
                        ),
                        ("text", models.TextField(max_length=4000, verbose_name="text")),
                        ("written_at", models.DateTimeField(verbose_name="when")),
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to="organisations.registration",
                                verbose_name="registration",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "message of a review",
                        "verbose_name_plural": "messages of reviews",
                        "ordering": ["written_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="review_message_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileChange",
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
                            "field",
                            models.CharField(
                                choices=[
                                    ("name", "name"),
                                    ("legal_form", "legal form"),
                                    ("self_designations", "self-designation"),
                                ],
                                max_length=20,
                                verbose_name="what",
                            ),
                        ),
                        ("old_value", models.JSONField(verbose_name="before")),
                        ("new_value", models.JSONField(verbose_name="asked for")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "in review"),
                                    ("approved", "approved"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="reason"),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked by",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes",
                                to="organisations.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of a profile",
                        "verbose_name_plural": "changes of profiles",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "waiting")),
                                fields=("organisation", "field"),
                                name="profile_change_waiting_once",
                                violation_error_message="A change of this is in review already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["approved", "refused"]), _negated=True
                                    ),
                                    ("decided_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="profile_change_decision_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "refused"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="profile_change_refusal_has_a_reason",
                                violation_error_message="A refusal needs a reason.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileChangeHistory",
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
                            "field",
                            models.CharField(
                                choices=[
                                    ("name", "name"),
                                    ("legal_form", "legal form"),
                                    ("self_designations", "self-designation"),
                                ],
                                max_length=20,
                                verbose_name="what",
                            ),
                        ),
                        ("old_value", models.JSONField(verbose_name="before")),
                        ("new_value", models.JSONField(verbose_name="asked for")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "in review"),
                                    ("approved", "approved"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="reason"),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked by",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="organisations.profilechange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of change of a profile",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_id"], name="profilechange_history")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleInvitation",
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
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
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
                                default="de",
                                max_length=7,
                                verbose_name="language of letters",
                            ),
                        ),
                        (
                            "may_edit",
                            models.BooleanField(default=False, verbose_name="may edit the profile"),
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
                        ("expires_at", models.DateTimeField(verbose_name="valid until")),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        (
                            "function",
                            models.ForeignKey(
                                blank=True,
                                limit_choices_to={"kind": "function"},
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.term",
                                verbose_name="function",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="role_invitations",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="organisations.representative",
                                verbose_name="takes over from",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invitation to a role",
                        "verbose_name_plural": "invitations to roles",
                        "ordering": ["-created_at"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("organisation"),
                                django.db.models.functions.text.Lower("email"),
                                condition=models.Q(("status", "open")),
                                name="role_invitation_open_once",
                                violation_error_message="This address is invited already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at", None), ("status", "open")),
                                    models.Q(
                                        models.Q(("status", "open"), _negated=True),
                                        ("answered_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="role_invitation_answer_has_a_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleInvitationHistory",
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
                        ("link_version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "may_edit",
                            models.BooleanField(default=False, verbose_name="may edit the profile"),
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
                        ("expires_at", models.DateTimeField(verbose_name="valid until")),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        (
                            "function",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                limit_choices_to={"kind": "function"},
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.term",
                                verbose_name="function",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history_entries",
                                related_query_name="+",
                                to="organisations.roleinvitation",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.representative",
                                verbose_name="takes over from",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history of invitation to a role",
                        "abstract": False,
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj", "pgh_id"], name="roleinvitation_history"
                            )
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_termhistory" ("id", "is_retired", "kind", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "translated_from") VALUES (NEW."id", NEW."is_retired", NEW."kind", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."slug", NEW."translated_from"); RETURN NULL;',
                            hash="0f400ec392d8ce9b9abb6c87f43f58dafd28e461",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e77f7",
                            table="organisations_term",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_termhistory" ("id", "is_retired", "kind", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "translated_from") VALUES (NEW."id", NEW."is_retired", NEW."kind", NEW."name", NEW."name_ar", NEW."name_de", NEW."name_en", NEW."name_tr", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."slug", NEW."translated_from"); RETURN NULL;',
                            hash="da0d51ed0465a35cbd4fd8a025822195034e9611",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_73a24",
                            table="organisations_term",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_termhistory" ("id", "is_retired", "kind", "name", "name_ar", "name_de", "name_en", "name_tr", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "translated_from") VALUES (OLD."id", OLD."is_retired", OLD."kind", OLD."name", OLD."name_ar", OLD."name_de", OLD."name_en", OLD."name_tr", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."slug", OLD."translated_from"); RETURN NULL;',
                            hash="bb31d697a9ef46296f898c0799bb353020cb2a43",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_55940",
                            table="organisations_term",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="termhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f750d7dee6ec8cef5b97a90d37c578af0121ff57",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_41844",
                            table="organisations_termhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationhistory" ("address_visibility", "city", "created_at", "description", "description_language", "district_id", "email_visibility", "founded_in", "id", "is_demo", "is_listed", "kind", "last_confirmed_on", "legal_form", "level", "logo_image_id", "merged_into_id", "name", "other_names", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_visibility", "postcode", "register_entry", "rejection_reason", "relation", "relation_from", "relation_to", "short_name", "size_band", "slug", "source", "status", "street", "website", "website_visibility") VALUES (NEW."address_visibility", NEW."city", NEW."created_at", NEW."description", NEW."description_language", NEW."district_id", NEW."email_visibility", NEW."founded_in", NEW."id", NEW."is_demo", NEW."is_listed", NEW."kind", NEW."last_confirmed_on", NEW."legal_form", NEW."level", NEW."logo_image_id", NEW."merged_into_id", NEW."name", NEW."other_names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."phone_visibility", NEW."postcode", NEW."register_entry", NEW."rejection_reason", NEW."relation", NEW."relation_from", NEW."relation_to", NEW."short_name", NEW."size_band", NEW."slug", NEW."source", NEW."status", NEW."street", NEW."website", NEW."website_visibility"); RETURN NULL;',
                            hash="9202b5e91fec39abc2bfcc31c56b932ce2123eae",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_040c9",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."address_visibility" IS DISTINCT FROM (NEW."address_visibility") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_language" IS DISTINCT FROM (NEW."description_language") OR OLD."district_id" IS DISTINCT FROM (NEW."district_id") OR OLD."email_visibility" IS DISTINCT FROM (NEW."email_visibility") OR OLD."founded_in" IS DISTINCT FROM (NEW."founded_in") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."last_confirmed_on" IS DISTINCT FROM (NEW."last_confirmed_on") OR OLD."legal_form" IS DISTINCT FROM (NEW."legal_form") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."logo_image_id" IS DISTINCT FROM (NEW."logo_image_id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."other_names" IS DISTINCT FROM (NEW."other_names") OR OLD."phone_visibility" IS DISTINCT FROM (NEW."phone_visibility") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."register_entry" IS DISTINCT FROM (NEW."register_entry") OR OLD."rejection_reason" IS DISTINCT FROM (NEW."rejection_reason") OR OLD."relation" IS DISTINCT FROM (NEW."relation") OR OLD."relation_from" IS DISTINCT FROM (NEW."relation_from") OR OLD."relation_to" IS DISTINCT FROM (NEW."relation_to") OR OLD."short_name" IS DISTINCT FROM (NEW."short_name") OR OLD."size_band" IS DISTINCT FROM (NEW."size_band") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."street" IS DISTINCT FROM (NEW."street") OR OLD."website" IS DISTINCT FROM (NEW."website") OR OLD."website_visibility" IS DISTINCT FROM (NEW."website_visibility"))',
                            func='INSERT INTO "organisations_organisationhistory" ("address_visibility", "city", "created_at", "description", "description_language", "district_id", "email_visibility", "founded_in", "id", "is_demo", "is_listed", "kind", "last_confirmed_on", "legal_form", "level", "logo_image_id", "merged_into_id", "name", "other_names", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_visibility", "postcode", "register_entry", "rejection_reason", "relation", "relation_from", "relation_to", "short_name", "size_band", "slug", "source", "status", "street", "website", "website_visibility") VALUES (NEW."address_visibility", NEW."city", NEW."created_at", NEW."description", NEW."description_language", NEW."district_id", NEW."email_visibility", NEW."founded_in", NEW."id", NEW."is_demo", NEW."is_listed", NEW."kind", NEW."last_confirmed_on", NEW."legal_form", NEW."level", NEW."logo_image_id", NEW."merged_into_id", NEW."name", NEW."other_names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."phone_visibility", NEW."postcode", NEW."register_entry", NEW."rejection_reason", NEW."relation", NEW."relation_from", NEW."relation_to", NEW."short_name", NEW."size_band", NEW."slug", NEW."source", NEW."status", NEW."street", NEW."website", NEW."website_visibility"); RETURN NULL;',
                            hash="ef5222943d4094be0d0f3c3b5a2c6ff81a1c295b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0b99b",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationhistory" ("address_visibility", "city", "created_at", "description", "description_language", "district_id", "email_visibility", "founded_in", "id", "is_demo", "is_listed", "kind", "last_confirmed_on", "legal_form", "level", "logo_image_id", "merged_into_id", "name", "other_names", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_visibility", "postcode", "register_entry", "rejection_reason", "relation", "relation_from", "relation_to", "short_name", "size_band", "slug", "source", "status", "street", "website", "website_visibility") VALUES (OLD."address_visibility", OLD."city", OLD."created_at", OLD."description", OLD."description_language", OLD."district_id", OLD."email_visibility", OLD."founded_in", OLD."id", OLD."is_demo", OLD."is_listed", OLD."kind", OLD."last_confirmed_on", OLD."legal_form", OLD."level", OLD."logo_image_id", OLD."merged_into_id", OLD."name", OLD."other_names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."phone_visibility", OLD."postcode", OLD."register_entry", OLD."rejection_reason", OLD."relation", OLD."relation_from", OLD."relation_to", OLD."short_name", OLD."size_band", OLD."slug", OLD."source", OLD."status", OLD."street", OLD."website", OLD."website_visibility"); RETURN NULL;',
                            hash="0ed118c0d9dbe661f1bc9936d5013ed302f6072c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_57a4b",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."to_on" IS NULL)',
                            func="\nPERFORM pg_advisory_xact_lock(hashtext('organisations_affiliation'));\nIF EXISTS (\n    WITH RECURSIVE above(id) AS (\n        SELECT NEW.umbrella_id\n        UNION\n        SELECT link.umbrella_id FROM organisations_affiliation link\n        JOIN above ON link.member_id = above.id\n        WHERE link.id IS DISTINCT FROM NEW.id AND link.to_on IS NULL\n    )\n    SELECT 1 FROM above WHERE id = NEW.member_id\n) THEN\n    RAISE EXCEPTION 'affiliation_no_cycle' USING ERRCODE = 'check_violation',\n        CONSTRAINT = 'affiliation_no_cycle';\nEND IF;\nRETURN NEW;\n",
                            hash="f4f2c312ca3996fd7f198ea317ebc3b625beacd2",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_no_cycle_323e4",
                            table="organisations_affiliation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_affiliationhistory" ("confirmed_by_member_on", "confirmed_by_umbrella_on", "created_at", "from_on", "id", "kind", "member_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on", "umbrella_id") VALUES (NEW."confirmed_by_member_on", NEW."confirmed_by_umbrella_on", NEW."created_at", NEW."from_on", NEW."id", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."to_on", NEW."umbrella_id"); RETURN NULL;',
                            hash="fc03e2eb243bb4fa439f970e86d3ab005aaa4a79",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3a0c4",
                            table="organisations_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."confirmed_by_member_on" IS DISTINCT FROM (NEW."confirmed_by_member_on") OR OLD."confirmed_by_umbrella_on" IS DISTINCT FROM (NEW."confirmed_by_umbrella_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."member_id" IS DISTINCT FROM (NEW."member_id") OR OLD."to_on" IS DISTINCT FROM (NEW."to_on") OR OLD."umbrella_id" IS DISTINCT FROM (NEW."umbrella_id"))',
                            func='INSERT INTO "organisations_affiliationhistory" ("confirmed_by_member_on", "confirmed_by_umbrella_on", "created_at", "from_on", "id", "kind", "member_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on", "umbrella_id") VALUES (NEW."confirmed_by_member_on", NEW."confirmed_by_umbrella_on", NEW."created_at", NEW."from_on", NEW."id", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."to_on", NEW."umbrella_id"); RETURN NULL;',
                            hash="cd76569d92871e32b8fc24c32d54e2e30b21178b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d90da",
                            table="organisations_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_affiliationhistory" ("confirmed_by_member_on", "confirmed_by_umbrella_on", "created_at", "from_on", "id", "kind", "member_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on", "umbrella_id") VALUES (OLD."confirmed_by_member_on", OLD."confirmed_by_umbrella_on", OLD."created_at", OLD."from_on", OLD."id", OLD."kind", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."to_on", OLD."umbrella_id"); RETURN NULL;',
                            hash="8c05cd7fa9a6f631a534ec9b4d8c0c64b2647ca6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b658d",
                            table="organisations_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5dc0659fd7577cf2ec0dd31e3a82f0740c938067",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9ead2",
                            table="organisations_affiliationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f9f1b82b614142d45e51dfe123f9dc41e282d5f0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dd976",
                            table="organisations_organisationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="representative",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_representativehistory" ("created_at", "from_on", "function_id", "id", "informed_at", "is_demo", "language", "may_be_invited", "may_edit", "needs_notice", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on") VALUES (NEW."created_at", NEW."from_on", NEW."function_id", NEW."id", NEW."informed_at", NEW."is_demo", NEW."language", NEW."may_be_invited", NEW."may_edit", NEW."needs_notice", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."to_on"); RETURN NULL;',
                            hash="016b3ddf1a76b61bc624cbd68ca98558c3094e78",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_deea7",
                            table="organisations_representative",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="representative",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."function_id" IS DISTINCT FROM (NEW."function_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."informed_at" IS DISTINCT FROM (NEW."informed_at") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."may_be_invited" IS DISTINCT FROM (NEW."may_be_invited") OR OLD."may_edit" IS DISTINCT FROM (NEW."may_edit") OR OLD."needs_notice" IS DISTINCT FROM (NEW."needs_notice") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."to_on" IS DISTINCT FROM (NEW."to_on"))',
                            func='INSERT INTO "organisations_representativehistory" ("created_at", "from_on", "function_id", "id", "informed_at", "is_demo", "language", "may_be_invited", "may_edit", "needs_notice", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on") VALUES (NEW."created_at", NEW."from_on", NEW."function_id", NEW."id", NEW."informed_at", NEW."is_demo", NEW."language", NEW."may_be_invited", NEW."may_edit", NEW."needs_notice", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."to_on"); RETURN NULL;',
                            hash="76093a524fd0815acd1554643daf61c8e036793a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_25dd4",
                            table="organisations_representative",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="representative",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_representativehistory" ("created_at", "from_on", "function_id", "id", "informed_at", "is_demo", "language", "may_be_invited", "may_edit", "needs_notice", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on") VALUES (OLD."created_at", OLD."from_on", OLD."function_id", OLD."id", OLD."informed_at", OLD."is_demo", OLD."language", OLD."may_be_invited", OLD."may_edit", OLD."needs_notice", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."to_on"); RETURN NULL;',
                            hash="c1ace2911f38721a97aa381ef63da8f718eaa608",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_55ee6",
                            table="organisations_representative",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="audience",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_audiencehistory" ("created_at", "criteria", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."criteria", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="db0067814920a76ed871d2528d358aa66c7edcf1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_562dc",
                            table="organisations_audience",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="audience",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."criteria" IS DISTINCT FROM (NEW."criteria") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name"))',
                            func='INSERT INTO "organisations_audiencehistory" ("created_at", "criteria", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."criteria", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="e3253b4e5ed2ee4b0f98bd24d71873ab0ad44cc2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7beb4",
                            table="organisations_audience",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="audience",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_audiencehistory" ("created_at", "criteria", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."criteria", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="3a69c68e566f0192de623cfa8de2c78450b29099",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_00769",
                            table="organisations_audience",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="audiencehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="955ccf342f0790ce8dd0bb9b3e1d9135527032b8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_84e00",
                            table="organisations_audiencehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="representativehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c8757675a2258892c3511cc1f2a522b4ae257b40",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1bbb2",
                            table="organisations_representativehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entryclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_entryclaimhistory" ("created_at", "decided_at", "granted_by_id", "id", "is_granted", "language", "link_version", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "representative_id", "sent_at", "status", "waiting_since") VALUES (NEW."created_at", NEW."decided_at", NEW."granted_by_id", NEW."id", NEW."is_granted", NEW."language", NEW."link_version", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."representative_id", NEW."sent_at", NEW."status", NEW."waiting_since"); RETURN NULL;',
                            hash="37d3d3dd3cf251718aac3df3fa92f7483323eabd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5a978",
                            table="organisations_entryclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entryclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."granted_by_id" IS DISTINCT FROM (NEW."granted_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_granted" IS DISTINCT FROM (NEW."is_granted") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."link_version" IS DISTINCT FROM (NEW."link_version") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."representative_id" IS DISTINCT FROM (NEW."representative_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."waiting_since" IS DISTINCT FROM (NEW."waiting_since"))',
                            func='INSERT INTO "organisations_entryclaimhistory" ("created_at", "decided_at", "granted_by_id", "id", "is_granted", "language", "link_version", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "representative_id", "sent_at", "status", "waiting_since") VALUES (NEW."created_at", NEW."decided_at", NEW."granted_by_id", NEW."id", NEW."is_granted", NEW."language", NEW."link_version", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."representative_id", NEW."sent_at", NEW."status", NEW."waiting_since"); RETURN NULL;',
                            hash="cdc43d0253cb9f0111d4afba34d7f455c8174f7d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3646c",
                            table="organisations_entryclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entryclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_entryclaimhistory" ("created_at", "decided_at", "granted_by_id", "id", "is_granted", "language", "link_version", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "representative_id", "sent_at", "status", "waiting_since") VALUES (OLD."created_at", OLD."decided_at", OLD."granted_by_id", OLD."id", OLD."is_granted", OLD."language", OLD."link_version", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."representative_id", OLD."sent_at", OLD."status", OLD."waiting_since"); RETURN NULL;',
                            hash="cf49d482ab2681da6816b507d100f8872e5402cc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_00dbd",
                            table="organisations_entryclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entryclaimhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f06aa03b8550c55497731ef0cb1cf8787a084bf5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fb78d",
                            table="organisations_entryclaimhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="registration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_registrationhistory" ("confirmed_at", "created_at", "decided_at", "decided_by_id", "id", "is_demo", "language", "link_version", "organisation_id", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "questions_asked", "received_at", "refusal_reason_id", "reviewer_id", "sent_at", "status", "waiting_since") VALUES (NEW."confirmed_at", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_demo", NEW."language", NEW."link_version", NEW."organisation_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."questions_asked", NEW."received_at", NEW."refusal_reason_id", NEW."reviewer_id", NEW."sent_at", NEW."status", NEW."waiting_since"); RETURN NULL;',
                            hash="37fb2546dbd0bb628ce4f97e4b4c46355b966f96",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9befc",
                            table="organisations_registration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="registration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."confirmed_at" IS DISTINCT FROM (NEW."confirmed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."link_version" IS DISTINCT FROM (NEW."link_version") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."questions_asked" IS DISTINCT FROM (NEW."questions_asked") OR OLD."received_at" IS DISTINCT FROM (NEW."received_at") OR OLD."refusal_reason_id" IS DISTINCT FROM (NEW."refusal_reason_id") OR OLD."reviewer_id" IS DISTINCT FROM (NEW."reviewer_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."waiting_since" IS DISTINCT FROM (NEW."waiting_since"))',
                            func='INSERT INTO "organisations_registrationhistory" ("confirmed_at", "created_at", "decided_at", "decided_by_id", "id", "is_demo", "language", "link_version", "organisation_id", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "questions_asked", "received_at", "refusal_reason_id", "reviewer_id", "sent_at", "status", "waiting_since") VALUES (NEW."confirmed_at", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_demo", NEW."language", NEW."link_version", NEW."organisation_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."questions_asked", NEW."received_at", NEW."refusal_reason_id", NEW."reviewer_id", NEW."sent_at", NEW."status", NEW."waiting_since"); RETURN NULL;',
                            hash="2bbdd42b85622c4bdd57fdec55614ba6980a2e39",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_01ca8",
                            table="organisations_registration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="registration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_registrationhistory" ("confirmed_at", "created_at", "decided_at", "decided_by_id", "id", "is_demo", "language", "link_version", "organisation_id", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "questions_asked", "received_at", "refusal_reason_id", "reviewer_id", "sent_at", "status", "waiting_since") VALUES (OLD."confirmed_at", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."is_demo", OLD."language", OLD."link_version", OLD."organisation_id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."questions_asked", OLD."received_at", OLD."refusal_reason_id", OLD."reviewer_id", OLD."sent_at", OLD."status", OLD."waiting_since"); RETURN NULL;',
                            hash="f6ff243e62d548bcbb59ad6b94ecf84f774979eb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4b23e",
                            table="organisations_registration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_objectionhistory" ("against_id", "assigned_to_id", "created_at", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "status") VALUES (NEW."against_id", NEW."assigned_to_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."registration_id", NEW."status"); RETURN NULL;',
                            hash="8139fc8c34ef1fa7a829385663a1219ab6e73fd5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d079c",
                            table="organisations_objection",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."against_id" IS DISTINCT FROM (NEW."against_id") OR OLD."assigned_to_id" IS DISTINCT FROM (NEW."assigned_to_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."registration_id" IS DISTINCT FROM (NEW."registration_id") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "organisations_objectionhistory" ("against_id", "assigned_to_id", "created_at", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "status") VALUES (NEW."against_id", NEW."assigned_to_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."registration_id", NEW."status"); RETURN NULL;',
                            hash="e631a79ab4f630c5f46ec1747a15769c82777ac9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b228d",
                            table="organisations_objection",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_objectionhistory" ("against_id", "assigned_to_id", "created_at", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "status") VALUES (OLD."against_id", OLD."assigned_to_id", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."registration_id", OLD."status"); RETURN NULL;',
                            hash="5e8daf214d176271c11c3cca8faae0dd355ee309",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2bae4",
                            table="organisations_objection",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objectionhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="32fa417e87e0311fe26cfdca66bc1e1f5e238ade",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_93101",
                            table="organisations_objectionhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="registrationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="39ea30dcf9248192f0b54bd608b9fb46c951f2b0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b9255",
                            table="organisations_registrationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_profilechangehistory" ("asked_by_id", "created_at", "decided_at", "decided_by_id", "field", "id", "new_value", "old_value", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status") VALUES (NEW."asked_by_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."field", NEW."id", NEW."new_value", NEW."old_value", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."reason", NEW."status"); RETURN NULL;',
                            hash="ee306ab05b30102b405ef8357dbea852bc8278a6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bdcc3",
                            table="organisations_profilechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."field" IS DISTINCT FROM (NEW."field") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."new_value" IS DISTINCT FROM (NEW."new_value") OR OLD."old_value" IS DISTINCT FROM (NEW."old_value") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "organisations_profilechangehistory" ("asked_by_id", "created_at", "decided_at", "decided_by_id", "field", "id", "new_value", "old_value", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status") VALUES (NEW."asked_by_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."field", NEW."id", NEW."new_value", NEW."old_value", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."reason", NEW."status"); RETURN NULL;',
                            hash="ee5cf7e2b539471c06f91d88fadf0fc78cec4374",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b1756",
                            table="organisations_profilechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_profilechangehistory" ("asked_by_id", "created_at", "decided_at", "decided_by_id", "field", "id", "new_value", "old_value", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status") VALUES (OLD."asked_by_id", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."field", OLD."id", OLD."new_value", OLD."old_value", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reason", OLD."status"); RETURN NULL;',
                            hash="8c739eb474817c24a9354403edaf11f756bbefa0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4e33d",
                            table="organisations_profilechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilechangehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="327e55702ae31bb5788720757cf1af6fed3c19a3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_91dfb",
                            table="organisations_profilechangehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_roleinvitationhistory" ("answered_at", "created_at", "expires_at", "function_id", "id", "invited_by_id", "language", "link_version", "may_edit", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "status") VALUES (NEW."answered_at", NEW."created_at", NEW."expires_at", NEW."function_id", NEW."id", NEW."invited_by_id", NEW."language", NEW."link_version", NEW."may_edit", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."replaces_id", NEW."status"); RETURN NULL;',
                            hash="981251261da4764018bcaf909a99f9c62556329d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a9683",
                            table="organisations_roleinvitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."function_id" IS DISTINCT FROM (NEW."function_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."link_version" IS DISTINCT FROM (NEW."link_version") OR OLD."may_edit" IS DISTINCT FROM (NEW."may_edit") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "organisations_roleinvitationhistory" ("answered_at", "created_at", "expires_at", "function_id", "id", "invited_by_id", "language", "link_version", "may_edit", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "status") VALUES (NEW."answered_at", NEW."created_at", NEW."expires_at", NEW."function_id", NEW."id", NEW."invited_by_id", NEW."language", NEW."link_version", NEW."may_edit", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."replaces_id", NEW."status"); RETURN NULL;',
                            hash="d279203cb371ff5c8e846216617310ea953f1f94",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_93f9e",
                            table="organisations_roleinvitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_roleinvitationhistory" ("answered_at", "created_at", "expires_at", "function_id", "id", "invited_by_id", "language", "link_version", "may_edit", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "status") VALUES (OLD."answered_at", OLD."created_at", OLD."expires_at", OLD."function_id", OLD."id", OLD."invited_by_id", OLD."language", OLD."link_version", OLD."may_edit", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."replaces_id", OLD."status"); RETURN NULL;',
                            hash="8dba2a7050ced0a96ae603c19b3a87085bad1fba",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_28b0a",
                            table="organisations_roleinvitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleinvitationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="19a4f448f5d738b8a98f64f5d15ad49a293decf0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dff33",
                            table="organisations_roleinvitationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
