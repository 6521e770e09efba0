"""What happened lately in the demonstration: all of it invented, placed relative to today.

News with pictures of our own, pictures for the press, the sign of an invented association and a
project that shows what a grant looks like.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from events.models import Event
from funding.models import Call, Project, ProjectStatus
from funding.services import record_status
from kme_portal.base.uploads import read_picture, store
from kme_portal.pages.demonstration import drawings
from kme_portal.pages.demonstration.facts import in_languages
from kme_portal.pages.models import NewsItem, NewsKind, NewsStatus, Picture
from organisations.models import Organisation
from organisations.services.profile import keep_logo

Texts = tuple[str, str, str, str]
"""German, English, Turkish, Arabic."""

INVENTED_ASSOCIATION = "beispielverein-saz-und-semah"
LONGEST_SIDE = 960


@dataclass(frozen=True)
class PictureFact:
    draw: Callable[[], bytes]
    titles: Texts
    alts: Texts


PICTURES = {
    "table": PictureFact(
        drawings.table,
        ("Gemeinsam an einem Tisch", "Together at one table", "Aynı masada", "معًا على مائدة واحدة"),
        (
            "Zeichnung: Zwölf Menschen sitzen um einen runden Tisch, von oben gesehen.",
            "Drawing: twelve people sit around a round table, seen from above.",
            "Çizim: On iki kişi yuvarlak bir masanın etrafında oturuyor, yukarıdan görünüş.",
            "رسم: اثنا عشر شخصًا يجلسون حول مائدة مستديرة، كما تُرى من الأعلى.",
        ),
    ),
    "hall": PictureFact(
        drawings.hall,
        ("Ein voller Saal", "A full hall", "Dolu bir salon", "قاعة ممتلئة"),
        (
            "Zeichnung: Viele bunte Plätze in Halbkreisen vor einer Bühne.",
            "Drawing: many colourful seats in half circles before a stage.",
            "Çizim: Bir sahnenin önünde yarım daireler hâlinde birçok renkli koltuk.",
            "رسم: مقاعد ملونة كثيرة في أنصاف دوائر أمام منصة.",
        ),
    ),
    "steps": PictureFact(
        drawings.steps,
        ("Schritt für Schritt", "Step by step", "Adım adım", "خطوة بخطوة"),
        (
            "Zeichnung: Fünf Stufen steigen zu einer Sonne auf.",
            "Drawing: five steps rise to a sun.",
            "Çizim: Beş basamak bir güneşe doğru yükseliyor.",
            "رسم: خمس درجات تصعد نحو الشمس.",
        ),
    ),
}


@dataclass(frozen=True)
class LatelyFact:
    """A piece of news `days_ago`, with the event it leads to."""

    days_ago: int
    slug: str
    picture: str
    titles: Texts
    teasers: Texts
    bodies: Texts
    event: str = ""
    kind: str = NewsKind.NEWS


LATELY = [
    LatelyFact(
        5,
        "fachtag-seelsorge-anmeldung",
        "hall",
        (
            "Fachtag Seelsorge: Die Anmeldung ist offen",
            "Symposium on pastoral care: registration is open",
            "Manevi Destek Uzmanlık Günü: Kayıtlar başladı",
            "يوم دراسي حول الرعاية الروحية: بدأ التسجيل",
        ),
        (
            "120 Plätze, zwei Foren, mit Gebärdensprache und türkischer Verdolmetschung.",
            "120 seats, two forums, with sign language and interpretation into Turkish.",
            "120 yer, iki forum, işaret dili ve Türkçe çeviriyle.",
            "120 مقعدًا ومنتديان، مع لغة الإشارة وترجمة إلى التركية.",
        ),
        (
            "Am Vormittag geht es um den Stand in Nordrhein-Westfalen, am Nachmittag um die "
            "Praxis. Für die beiden Foren sind die Plätze begrenzt; wer früh kommt, wählt.\n\n"
            "Die Anmeldung dauert zwei Minuten. Ein Konto brauchen Sie nicht.",
            "In the morning the state of things in North Rhine-Westphalia is the subject, in the "
            "afternoon the practice. Seats in the two forums are limited; who is early chooses."
            "\n\nRegistering takes two minutes. You need no account.",
            "Sabah Kuzey Ren-Vestfalya’daki durum, öğleden sonra uygulama ele alınıyor. İki "
            "forumda yerler sınırlıdır; erken gelen seçer.\n\nKayıt iki dakika sürer. Hesaba "
            "ihtiyacınız yok.",
            "يتناول الصباح الوضع في الولاية، ويتناول ما بعد الظهر الممارسة. المقاعد في المنتديين "
            "محدودة، ومن يسجّل مبكرًا يختار.\n\nيستغرق التسجيل دقيقتين، ولا حاجة إلى حساب.",
        ),
        event="seelsorge",
    ),
    LatelyFact(
        12,
        "sprechstunde-zum-foerderaufruf",
        "steps",
        (
            "Förderaufruf: Eine Stunde für Ihre Fragen",
            "Call for funding: one hour for your questions",
            "Destek çağrısı: Sorularınız için bir saat",
            "دعوة التمويل: ساعة لأسئلتكم",
        ),
        (
            "Online und mit Verdolmetschung: Fristen, Eigenanteil und häufige Fehler.",
            "Online and interpreted: deadlines, own share and frequent mistakes.",
            "Çevrim içi ve çeviriyle: süreler, öz katkı ve sık yapılan hatalar.",
            "عبر الإنترنت ومع الترجمة: المواعيد والمساهمة الذاتية والأخطاء الشائعة.",
        ),
        (
            "Kleine Vereine scheitern selten an der Idee und oft am Formular. Deshalb gehen wir "
            "den Aufruf gemeinsam durch und antworten auf alles, was Sie wissen möchten.",
            "Small associations seldom fail for want of an idea and often because of a form. So "
            "we go through the call together and answer whatever you would like to know.",
            "Küçük dernekler çoğunlukla fikirde değil, formda takılıyor. Bu yüzden çağrıyı "
            "birlikte inceliyor ve merak ettiğiniz her şeyi yanıtlıyoruz.",
            "نادرًا ما تتعثر الجمعيات الصغيرة في الفكرة، وكثيرًا ما تتعثر في الاستمارة. لذلك "
            "نستعرض الدعوة معًا ونجيب عن كل ما تودون معرفته.",
        ),
        event="aufruf-online",
    ),
    LatelyFact(
        19,
        "neues-portal-fuer-vereine",
        "table",
        (
            "Ein Portal für Vereine, Verwaltung und Öffentlichkeit",
            "One portal for associations, administration and the public",
            "Dernekler, idare ve kamuoyu için tek bir portal",
            "بوابة واحدة للجمعيات والإدارة والجمهور",
        ),
        (
            "Vereine stellen sich selbst vor, finden Termine und sehen, was aus Themen wurde.",
            "Associations present themselves, find dates and see what came of topics.",
            "Dernekler kendilerini tanıtır, etkinlikleri bulur ve konuların sonucunu görür.",
            "تعرّف الجمعيات بنفسها، وتجد المواعيد، وترى ما آلت إليه الموضوعات.",
        ),
        (
            "Wer im Netzwerk mitarbeitet, kann sich jetzt selbst eintragen, in fünf Minuten und "
            "in vier Sprachen. Was öffentlich erscheint, bestimmt jeder Verein selbst.\n\n"
            "[Verein vorstellen](/vereine/registrieren/)",
            "Who works in the network can now register themselves, in five minutes and in four "
            "languages. Each association decides what appears in public.\n\n"
            "[Register your association](/en/vereine/registrieren/)",
            "Ağda çalışanlar artık beş dakikada ve dört dilde kendileri kaydolabilir. Neyin "
            "herkese açık olacağına her dernek kendisi karar verir.\n\n"
            "[Derneğinizi tanıtın](/tr/vereine/registrieren/)",
            "يمكن لكل من يعمل في الشبكة أن يسجّل نفسه الآن في خمس دقائق وبأربع لغات. وتقرر كل "
            "جمعية بنفسها ما يظهر للعموم.\n\n[عرّفوا بجمعيتكم](/ar/vereine/registrieren/)",
        ),
        kind=NewsKind.PRESS,
    ),
]

PROJECT_TITLES = (
    "Beispielprojekt: Saz und Semah für alle",
    "Example project: saz and semah for everybody",
    "Örnek proje: Herkes için saz ve semah",
    "مشروع مثال: ساز وسماح للجميع",
)
PROJECT_SUMMARIES = (
    "Ein erfundenes Projekt, das zeigt, wie eine Förderung im Portal erscheint: Jugendliche "
    "lernen Saz und Semah und treten in Altenheimen auf.",
    "An invented project that shows what a grant looks like in the portal: young people learn "
    "saz and semah and perform in homes for the elderly.",
    "Bir desteğin portalda nasıl göründüğünü gösteren, kurgu bir proje: Gençler saz ve semah "
    "öğreniyor ve huzurevlerinde sahneye çıkıyor.",
    "مشروع متخيَّل يبين كيف يظهر التمويل في البوابة: يتعلم شباب عزف الساز والسماح ويقدمون "
    "عروضًا في دور المسنين.",
)


def load_lately(now: datetime) -> None:
    pictures = {key: _picture(fact) for key, fact in PICTURES.items()}
    for fact in LATELY:
        item = NewsItem(
            kind=fact.kind,
            status=NewsStatus.PUBLISHED,
            slug=fact.slug,
            shown_from=now - timedelta(days=fact.days_ago),
            picture=pictures[fact.picture],
            is_demo=True,
        )
        in_languages(item, title=fact.titles, teaser=fact.teasers, body=fact.bodies)
        item.save()
        if fact.event:
            item.events.add(Event.objects.get(slug=fact.event))
    association = Organisation.objects.get(slug=INVENTED_ASSOCIATION)
    keep_logo(
        organisation_id=association.pk,
        picture=read_picture(drawings.rosette(), longest=LONGEST_SIDE),
        alt="Zwölf Blätter im Kreis, für die Vorführung gezeichnet",
    )
    _grant(association, now)


def _picture(fact: PictureFact) -> Picture:
    picture = Picture(
        stored=store(read_picture(fact.draw(), longest=LONGEST_SIDE), alt=fact.alts[0]),
        credit="KME NRW",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/deed.de",
        for_press=True,
    )
    in_languages(picture, title=fact.titles, alt=fact.alts)
    picture.save()
    return picture


def _grant(association: Organisation, now: datetime) -> None:
    """Applied for and granted, with the amounts; real projects bear none that is not public."""
    today = localdate(now)
    call = Call.objects.get(slug="organisationen-2026")
    project = Project(
        slug="beispiel-saz-und-semah",
        pillar=call.pillars.order_by("order")[1],
        carrier=association,
        from_on=today.replace(month=1, day=1),
        to_on=today.replace(month=12, day=31),
        is_published=True,
        is_demo=True,
    )
    in_languages(project, title=PROJECT_TITLES, summary=PROJECT_SUMMARIES)
    project.save()
    project.districts.set([association.district])
    for status, days_ago, amount in (
        (ProjectStatus.APPLIED, 400, Decimal(14_800)),
        (ProjectStatus.GRANTED, 310, Decimal(12_500)),
    ):
        record_status(
            project=project,
            status=status,
            valid_on=today - timedelta(days=days_ago),
            amount=amount,
            source="Vorführung: frei erfunden.",
        )
