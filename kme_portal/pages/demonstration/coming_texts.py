"""What the invented events to come are about, in German, English, Turkish and Arabic."""

Texts = tuple[str, str, str, str]

DESCRIPTIONS: dict[str, Texts] = {
    "aufruf-online": (
        "Wir gehen den Aufruf Schritt für Schritt durch: wer sich bewerben kann, was gefördert "
        "wird und bis wann. Danach beantworten wir Ihre Fragen.\n\n"
        "- Fristen und Unterlagen\n- Eigenanteil und ehrenamtliche Arbeit\n- Häufige Fehler",
        "We go through the call step by step: who can apply, what is funded and until when. "
        "Then we answer your questions.\n\n"
        "- Deadlines and papers\n- Own share and voluntary work\n- Frequent mistakes",
        "Çağrıyı adım adım ele alıyoruz: kimler başvurabilir, neler destekleniyor ve son tarih "
        "nedir. Ardından sorularınızı yanıtlıyoruz.\n\n"
        "- Süreler ve belgeler\n- Öz katkı ve gönüllü çalışma\n- Sık yapılan hatalar",
        "نستعرض الدعوة خطوة بخطوة: من يمكنه التقديم، وما الذي يُموَّل، وما آخر موعد. "
        "ثم نجيب عن أسئلتكم.\n\n"
        "- المواعيد والوثائق\n- المساهمة الذاتية والعمل التطوعي\n- الأخطاء الشائعة",
    ),
    "ehrenamt": (
        "Viele Vereine suchen junge Menschen, die Verantwortung übernehmen. Fünf Vereine "
        "erzählen, was bei ihnen gelungen ist und was nicht. Danach sprechen wir an Tischen "
        "weiter, bei Tee und Gebäck.\n\nEingeladen sind alle, die in einem Verein mitmachen oder "
        "es vorhaben.",
        "Many associations look for young people who take on responsibility. Five associations "
        "tell what worked for them and what did not. Then we go on talking at tables, over tea "
        "and pastries.\n\nEverybody who helps in an association or means to is invited.",
        "Birçok dernek sorumluluk üstlenecek gençler arıyor. Beş dernek neyin işe yaradığını, "
        "neyin yaramadığını anlatıyor. Ardından çay ve kurabiye eşliğinde masalarda "
        "sohbet ediyoruz.\n\nBir dernekte çalışan veya çalışmayı düşünen herkes davetlidir.",
        "تبحث جمعيات كثيرة عن شباب يتحملون المسؤولية. تروي خمس جمعيات ما نجح عندها وما لم "
        "ينجح، ثم نواصل الحديث حول الطاولات مع الشاي والحلوى.\n\n"
        "الدعوة موجهة إلى كل من يعمل في جمعية أو ينوي ذلك.",
    ),
    "seelsorge": (
        "Wer im Krankenhaus liegt, soll jemanden zum Reden finden, auch in der eigenen Sprache "
        "und mit dem eigenen Glauben. Der Fachtag zeigt, was es gibt, was fehlt und wie Häuser "
        "und Gemeinden zusammenarbeiten.\n\nAm Nachmittag wählen Sie eines von zwei Foren; die "
        "Plätze dort sind begrenzt.",
        "Whoever is in hospital should find somebody to talk to, in their own language and with "
        "their own faith as well. The symposium shows what there is, what is missing and how "
        "hospitals and communities work together.\n\nIn the afternoon you choose one of two "
        "forums; seats there are limited.",
        "Hastanede yatan herkes, kendi dilinde ve kendi inancıyla da konuşabileceği birini "
        "bulabilmelidir. Uzmanlık günü nelerin var olduğunu, nelerin eksik olduğunu ve "
        "hastanelerle cemaatlerin nasıl birlikte çalıştığını gösteriyor.\n\nÖğleden sonra iki "
        "forumdan birini seçiyorsunuz; yerler sınırlıdır.",
        "ينبغي أن يجد المريض في المستشفى من يتحدث إليه، بلغته وبما يوافق معتقده أيضًا. يبين "
        "اليوم الدراسي ما هو متاح وما ينقص وكيف تتعاون المستشفيات والجاليات.\n\n"
        "تختارون بعد الظهر أحد منتديين، والمقاعد فيهما محدودة.",
    ),
    "werkstatt": (
        "Bringen Sie eine Idee mit, gern noch unfertig. In kleinen Gruppen machen wir daraus "
        "einen Antrag: Bedarf, Ziel, Maßnahmen, Kosten. Am Ende haben Sie einen Entwurf, an dem "
        "Sie weiterarbeiten können.",
        "Bring an idea, unfinished if you like. In small groups we make an application of it: "
        "need, aim, measures, costs. In the end you have a draft that you can go on with.",
        "Henüz tamamlanmamış bile olsa bir fikir getirin. Küçük gruplarda bundan bir başvuru "
        "hazırlıyoruz: ihtiyaç, hedef, faaliyetler, giderler. Sonunda üzerinde çalışmaya devam "
        "edebileceğiniz bir taslağınız olacak.",
        "أحضروا فكرة ولو لم تكتمل. نحوّلها في مجموعات صغيرة إلى طلب: الحاجة والهدف والإجراءات "
        "والتكاليف. وفي النهاية تكون لديكم مسودة يمكنكم متابعة العمل عليها.",
    ),
    "vereinsrecht": (
        "Wer haftet, wenn etwas schiefgeht? Was muss in der Satzung stehen? Und was verlangt das "
        "Finanzamt? Eine Fachkraft für Vereinsrecht erklärt es ohne Fachwörter und geht auf Ihre "
        "Fragen ein.",
        "Who is liable when something goes wrong? What must the statutes say? And what does the "
        "tax office ask for? A specialist in the law of associations explains it without jargon "
        "and answers your questions.",
        "Bir şey ters giderse kim sorumludur? Tüzükte neler yer almalıdır? Vergi dairesi ne "
        "ister? Dernekler hukuku alanında bir uzman bunları teknik terimler kullanmadan "
        "açıklıyor ve sorularınızı yanıtlıyor.",
        "من المسؤول إذا حدث خطأ؟ ما الذي يجب أن يتضمنه النظام الأساسي؟ وماذا تطلب دائرة "
        "الضرائب؟ يشرح ذلك مختص في قانون الجمعيات بلا مصطلحات معقدة ويجيب عن أسئلتكم.",
    ),
    "umwelt": (
        "Heizung, Licht, Geschirr: Kleine Änderungen sparen Geld und schonen die Umwelt. Der "
        "Vortrag zeigt Beispiele aus Vereinsheimen und nennt Stellen, die kostenlos beraten.",
        "Heating, light, dishes: small changes save money and spare the environment. The lecture "
        "shows examples from club houses and names places that advise free of charge.",
        "Isıtma, aydınlatma, sofra: Küçük değişiklikler para tasarrufu sağlar ve çevreyi korur. "
        "Konuşmada dernek binalarından örnekler gösteriliyor ve ücretsiz danışmanlık veren "
        "kurumlar tanıtılıyor.",
        "التدفئة والإضاءة والأواني: تغييرات صغيرة توفّر المال وتحمي البيئة. تعرض المحاضرة "
        "أمثلة من مقار الجمعيات وتذكر الجهات التي تقدّم المشورة مجانًا.",
    ),
    "pflege": (
        "Viele, die als junge Menschen nach Nordrhein-Westfalen kamen, brauchen heute Pflege. Was "
        "wünschen sie sich, was können Gemeinden beitragen, und welche Leistungen stehen "
        "Familien zu?\n\n- Vorträge aus Pflege und Wissenschaft\n- Markt der Beratungsstellen\n"
        "- Austausch pflegender Angehöriger",
        "Many who came to North Rhine-Westphalia as young people need care today. What do they "
        "wish for, what can communities contribute, and which benefits are families entitled "
        "to?\n\n- Talks from care and science\n- Market of advice centres\n"
        "- Exchange between relatives who care",
        "Genç yaşta Kuzey Ren-Vestfalya’ya gelen birçok kişi bugün bakıma ihtiyaç duyuyor. Ne "
        "istiyorlar, cemaatler ne katkı sunabilir ve aileler hangi yardımlardan yararlanabilir?"
        "\n\n- Bakım ve bilim dünyasından konuşmalar\n- Danışma merkezleri pazarı\n"
        "- Bakım veren yakınların buluşması",
        "كثير ممن قدموا إلى الولاية شبابًا يحتاجون اليوم إلى الرعاية. ما الذي يتمنونه، وبماذا "
        "تستطيع الجاليات أن تسهم، وما المساعدات التي تحق للأسر؟\n\n"
        "- محاضرات من مجال الرعاية والعلم\n- سوق مراكز الاستشارة\n- لقاء الأقارب القائمين بالرعاية",
    ),
}

AGENDA: dict[str, Texts] = {
    german: (german, english, turkish, arabic)
    for german, english, turkish, arabic in (
        ("Begrüßung", "Welcome", "Karşılama", "ترحيب"),
        ("Koordinierungsstelle", "Coordination Office", "Koordinasyon Birimi", "مكتب التنسيق"),
        (
            "Fünf Vereine erzählen",
            "Five associations tell",
            "Beş dernek anlatıyor",
            "خمس جمعيات تروي",
        ),
        (
            "Vorstände aus fünf Vereinen",
            "Boards of five associations",
            "Beş derneğin yönetim kurulları",
            "مجالس إدارة خمس جمعيات",
        ),
        (
            "Gespräch an Thementischen",
            "Talks at tables by subject",
            "Konu masalarında sohbet",
            "حوار حول طاولات الموضوعات",
        ),
        ("Eröffnung", "Opening", "Açılış", "الافتتاح"),
        (
            "Hausleitung des Ministeriums",
            "Head of the ministry",
            "Bakanlık yönetimi",
            "قيادة الوزارة",
        ),
        (
            "Wo stehen wir? Ein Überblick",
            "Where do we stand? An overview",
            "Neredeyiz? Genel bir bakış",
            "أين نقف؟ نظرة عامة",
        ),
        ("Wissenschaft", "Science", "Bilim", "البحث العلمي"),
        ("Aus der Praxis", "From practice", "Uygulamadan", "من واقع العمل"),
        (
            "Seelsorgende aus drei Krankenhäusern",
            "Pastoral carers from three hospitals",
            "Üç hastaneden manevi destek görevlileri",
            "مرشدون روحيون من ثلاثة مستشفيات",
        ),
        (
            "Was nehmen wir mit?",
            "What do we take with us?",
            "Yanımızda ne götürüyoruz?",
            "بماذا نخرج؟",
        ),
    )
}
"""By the German, which the agenda of an event names."""
