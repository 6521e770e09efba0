"""News of the demonstration: what was announced in public, in our own words, with its source."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from dialogues.models import Topic
from events.models import Event
from kme_portal.pages.models import NewsItem, NewsKind, NewsStatus, SocialLink

Texts = tuple[str, str, str, str]
"""German, English, Turkish, Arabic."""


@dataclass(frozen=True)
class NewsFact:
    day: date
    slug: str
    titles: Texts
    teasers: Texts
    body: str
    source: str
    kind: str = NewsKind.NEWS
    event: date | None = None
    topic: str = ""


NEWS = [
    NewsFact(
        date(2019, 7, 1),
        "koordinierungsstelle-nimmt-die-arbeit-auf",
        (
            "Koordinierungsstelle nimmt die Arbeit auf",
            "The Coordination Office takes up its work",
            "Koordinasyon Birimi çalışmalarına başladı",
            "مكتب التنسيق يبدأ عمله",
        ),
        (
            "200 Menschen aus 100 Organisationen kamen zum ersten Kongress nach Düsseldorf.",
            "200 people from 100 organisations came to the first congress in Düsseldorf.",
            "Düsseldorf’taki ilk kongreye 100 kuruluştan 200 kişi katıldı.",
            "حضر المؤتمر الأول في دوسلدورف 200 شخص من 100 منظمة.",
        ),
        "Mit dem Kongress „Muslimisches Engagement in NRW“ hat die Koordinierungsstelle ihre "
        "Arbeit aufgenommen. Weitere Anmeldungen mussten aus Platzgründen abgelehnt werden.\n\n"
        "In drei Fachforen ging es um den innermuslimischen Dialog, den Expertenrat und die "
        "Projektförderung.",
        "https://domradio.de/node/210067",
        event=date(2019, 7, 1),
    ),
    NewsFact(
        date(2020, 9, 14),
        "neue-foerderphase-2021-2022",
        (
            "Neue Förderphase 2021/2022: Anträge bis 2. Oktober",
            "New funding phase 2021/2022: applications until 2 October",
            "Yeni destek dönemi 2021/2022: başvurular 2 Ekim’e kadar",
            "مرحلة دعم جديدة 2021/2022: تقديم الطلبات حتى 2 أكتوبر",
        ),
        (
            "Das Land unterstützt Migrantenselbstorganisationen in den nächsten zwei Jahren.",
            "The Land supports migrants' organisations over the next two years.",
            "Eyalet, göçmen öz örgütlerini önümüzdeki iki yıl boyunca destekliyor.",
            "تدعم الولاية منظمات المهاجرين خلال السنتين المقبلتين.",
        ),
        "Gefördert werden Vorhaben vom 1. Januar 2021 bis zum 31. Dezember 2022. Anträge nahm "
        "die Bezirksregierung Arnsberg vom 14. September bis zum 2. Oktober 2020 entgegen.",
        "https://www.land.nrw/de/pressemitteilung/start-der-neuen-foerderphase-landesregierung-unterstuetzt",
        kind=NewsKind.PRESS,
    ),
    NewsFact(
        date(2021, 5, 7),
        "149-organisationen-werden-gefoerdert",
        (
            "149 Organisationen werden mit 4,4 Millionen Euro gefördert",
            "149 organisations are funded with 4.4 million euros",
            "149 kuruluş 4,4 milyon avroyla destekleniyor",
            "دعم 149 منظمة بمبلغ 4.4 مليون يورو",
        ),
        (
            "Über 370 Anträge waren für die Förderphase 2021/2022 eingegangen.",
            "More than 370 applications had come in for the funding phase 2021/2022.",
            "2021/2022 destek dönemi için 370’ten fazla başvuru yapılmıştı.",
            "ورد أكثر من 370 طلبًا لمرحلة الدعم 2021/2022.",
        ),
        "Das Land fördert in den Jahren 2021 und 2022 149 Migrantenselbstorganisationen mit "
        "rund 4,4 Millionen Euro.",
        "https://www.land.nrw/pressemitteilung/landesregierung-unterstuetzt-migrantenselbstorganisationen-mit-44-millionen-euro",
        kind=NewsKind.PRESS,
    ),
    NewsFact(
        date(2022, 7, 1),
        "erster-marwa-el-sherbini-preis",
        (
            "Erster Preis gegen antimuslimischen Rassismus verliehen",
            "First award against anti-Muslim racism presented",
            "Müslüman karşıtı ırkçılığa karşı ilk ödül verildi",
            "منح أول جائزة لمناهضة العنصرية ضد المسلمين",
        ),
        (
            "Mitglieder des Forums haben den Kongress in Dortmund selbst ausgerichtet.",
            "Members of the Forum organised the congress in Dortmund themselves.",
            "Dortmund’daki kongreyi Forum üyeleri kendileri düzenledi.",
            "نظّم أعضاء المنتدى بأنفسهم المؤتمر في دورتموند.",
        ),
        "Im Dietrich-Keuning-Haus in Dortmund wurde am Tag gegen antimuslimischen Rassismus "
        "zum ersten Mal der Marwa-El-Sherbini-Preis verliehen.",
        "https://mengede-intakt.de/2022/06/27/tag-gegen-antimuslimischen-rassismus",
        event=date(2022, 7, 1),
        topic="antimuslimischer-rassismus",
    ),
    NewsFact(
        date(2022, 9, 26),
        "antraege-zum-ersten-mal-online",
        (
            "Förderphase 2023/2024: Anträge zum ersten Mal online",
            "Funding phase 2023/2024: applications online for the first time",
            "2023/2024 destek dönemi: başvurular ilk kez çevrim içi",
            "مرحلة الدعم 2023/2024: تقديم الطلبات عبر الإنترنت لأول مرة",
        ),
        (
            "Bis zum 2. November 2022 konnten Vereine ihren Antrag im Netz stellen.",
            "Until 2 November 2022 associations could apply on the web.",
            "Dernekler 2 Kasım 2022’ye kadar internetten başvurabildi.",
            "أمكن للجمعيات تقديم طلباتها عبر الشبكة حتى 2 نوفمبر 2022.",
        ),
        "Die neue Förderphase begann am 26. September 2022. Der Antrag war zum ersten Mal online "
        "zu stellen und danach auf Papier nachzureichen.",
        "https://www.mkjfgfi.nrw/start-der-neuen-foerderphase-landesregierung-unterstuetzt-migrantenselbstorganisationen-fuer-zwei",
        kind=NewsKind.PRESS,
    ),
    NewsFact(
        date(2023, 3, 23),
        "zwanzig-vereine-im-programm-zemac",
        (
            "Zwanzig Vereine im Programm ZEmaC",
            "Twenty associations in the ZEmaC programme",
            "ZEmaC programında yirmi dernek",
            "عشرون جمعية في برنامج ZEmaC",
        ),
        (
            "Das Land fördert muslimisches und alevitisches Engagement mit 1,9 Millionen Euro.",
            "The Land funds Muslim and Alevi engagement with 1.9 million euros.",
            "Eyalet, Müslüman ve Alevi gönüllü çalışmalarını 1,9 milyon avroyla destekliyor.",
            "تدعم الولاية العمل التطوعي للمسلمين والأليفيين (العلويين) بمبلغ 1.9 مليون يورو.",
        ),
        "Das Programm „Zivilgesellschaftliches Engagement muslimischer und alevitischer "
        "Communities“ macht Engagement sichtbar, stärkt und vernetzt. Zwanzig Vereine bekommen "
        "zusammen rund 1,9 Millionen Euro.",
        "https://www.mkjfgfi.nrw/landesregierung-foerdert-zivilgesellschaftliches-engagement-muslimischer-und-alevitischer-vereine",
        kind=NewsKind.PRESS,
    ),
    NewsFact(
        date(2023, 11, 9),
        "fachtag-innermuslimischer-rassismus",
        (
            "Fachtag in Dortmund: Rassismus unter Musliminnen und Muslimen",
            "Expert day in Dortmund: racism among Muslims",
            "Dortmund’da uzmanlık günü: Müslümanlar arasında ırkçılık",
            "يوم دراسي في دورتموند: العنصرية بين المسلمين",
        ),
        (
            "Ein Tag über ein Thema, über das selten offen gesprochen wird.",
            "A day on a subject that is seldom spoken of openly.",
            "Nadiren açıkça konuşulan bir konu üzerine bir gün.",
            "يوم حول موضوع قلّما يُتحدث عنه بصراحة.",
        ),
        "Von 10 bis 16.30 Uhr ging es um Ausgrenzung innerhalb der eigenen Gemeinschaften und "
        "darum, was Vereine dagegen tun können.",
        "http://www.islamische-akademie-nrw.de/imr/",
        event=date(2023, 11, 9),
        topic="innermuslimische-vielfalt",
    ),
    NewsFact(
        date(2024, 8, 28),
        "forum-im-austausch-mit-dem-ministerium",
        (
            "Forum im Austausch mit dem Ministerium",
            "The Forum in exchange with the ministry",
            "Forum ile bakanlık görüş alışverişinde",
            "المنتدى في حوار مع الوزارة",
        ),
        (
            "In Düsseldorf ging es um die Stärkung der muslimischen Zivilgesellschaft.",
            "In Düsseldorf the talk was of strengthening Muslim civil society.",
            "Düsseldorf’ta Müslüman sivil toplumun güçlendirilmesi konuşuldu.",
            "دار الحديث في دوسلدورف حول تعزيز المجتمع المدني المسلم.",
        ),
        "Mitglieder des Forums haben sich mit dem Ministerium über den Stand der "
        "Zusammenarbeit ausgetauscht.",
        "https://www.ig-ev.de/koordinierungsstelle-muslimisches-engagement-nrw-staerkung-der-muslimischen-zivilgesellschaft",
        event=date(2024, 8, 28),
    ),
]


# A film that everyone may link, as an example; it has nothing to do with the office.
BESIDE_A_FILM = "forum-im-austausch-mit-dem-ministerium"
FILM = "https://www.youtube.com/watch?v=jNQXAC9IVRw"
FILM_TITLES = (
    "Beispiel für ein Video: das erste bei YouTube, 19 Sekunden",
    "Example of a video: the first one on YouTube, 19 seconds",
    "Video örneği: YouTube’daki ilk video, 19 saniye",
    "مثال على مقطع فيديو: أول مقطع في يوتيوب، 19 ثانية",
)


def load_news() -> None:
    for fact in NEWS:
        item = NewsItem(
            kind=fact.kind,
            status=NewsStatus.PUBLISHED,
            slug=fact.slug,
            body_de=fact.body,
            shown_from=timezone.make_aware(datetime.combine(fact.day, time(10))),
            source=fact.source,
            is_demo=True,
        )
        for name, texts in (("title", fact.titles), ("teaser", fact.teasers)):
            for language, text in zip(("de", "en", "tr", "ar"), texts, strict=True):
                setattr(item, f"{name}_{language}", text)
        for language in ("en", "tr", "ar"):
            item.mark_translated(language)
        item.save()
        if fact.slug == BESIDE_A_FILM:
            link = SocialLink(news=item, url=FILM)
            for language, text in zip(("de", "en", "tr", "ar"), FILM_TITLES, strict=True):
                setattr(link, f"title_{language}", text)
            link.clean()
            link.save()
        if fact.event:
            item.events.set(Event.objects.public().filter(starts_at__date=fact.event))
        if fact.topic:
            item.topics.set(Topic.objects.public().filter(slug=fact.topic))
