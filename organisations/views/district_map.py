"""Associations by district: a map, and the same as a table."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from organisations import maps
from organisations.models import District, Organisation


@method_decorator(login_not_required, name="dispatch")
class DistrictMapView(TemplateView):
    """Counts listed associations only: one that did not agree is not even counted."""

    template_name = "organisations/map.html"

    def get_context_data(self, **kwargs):
        counts = dict(
            Organisation.objects.listed()
            .exclude(district=None)
            .order_by()
            .values_list("district")
            .annotate(Count("pk"))
        )
        highest = max(counts.values(), default=0)
        outlines, height = maps.outlines()
        shapes = {outline.ags: outline.path for outline in outlines}
        rows = [
            {
                "ags": district.ags,
                "name": district.name,
                "count": counts.get(district.ags, 0),
                "label": ngettext("%(count)s association", "%(count)s associations", count)
                % {"count": count},
                "shade": maps.shade(count, highest),
                "path": shapes.get(district.ags, ""),
            }
            for district in District.objects.all()
            for count in [counts.get(district.ags, 0)]
        ]
        return super().get_context_data(
            rows=rows,
            with_any=sorted((r for r in rows if r["count"]), key=lambda r: -r["count"]),
            box=f"0 0 {maps.WIDTH} {height}",
            attribution=maps.ATTRIBUTION,
            **kwargs,
        )
