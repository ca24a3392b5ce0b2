import type { Industry, TagText } from '../guide-text.ts';

export const GERMAN_INDUSTRIES: Readonly<Record<Industry, TagText>> = {
  banking: {
    what: 'Banken verwahren Geld für Menschen und Firmen, bringen es dorthin, wo es hinsoll, und verleihen es an die, die es zurückzahlen werden. Zahlungsdienste machen nur das Bewegen: Wer im Laden eine Karte hinhält, löst in zwei Sekunden Arbeit bei fünf oder sechs Firmen aus.',
    day: 'Vieles dreht sich darum, dass nichts verloren geht. Jemand baut die Seite mit dem Kontostand, jemand sucht eine Zahlung, die doppelt ankam, jemand entscheidet, ob eine Bäckerei Kredit bekommt. Die Regeln sind streng, und fast jede Änderung prüft ein zweiter Mensch.',
    wayIn:
      'Große Banken stellen jedes Jahr viele auf einmal ein, oft aus jedem Fach, und bilden aus. Start-ups für Zahlungen nehmen wenige und möchten sehen, was du schon gebaut hast.',
    firstJobs: [
      'Trainee in Analyse oder Kredit',
      'Junior-Softwareentwicklung',
      'Betrugserkennung und Zahlungsverkehr',
      'Kundendienst, mit Wechsel nach einem Jahr',
    ],
    ask: [
      'Was passiert bei euch, wenn abends um sechs eine Zahlung hängen bleibt?',
      'Wie lange braucht eine kleine Änderung bis zu den Kund:innen?',
    ],
  },
  investment: {
    what: 'Diese Firmen entscheiden, was sie kaufen und verkaufen: Aktien, Anleihen, Währungen, ganze Unternehmen. Manche denken Monate nach, bevor sie einmal kaufen. Andere schreiben Programme, die tausendmal am Tag handeln. Das Geld gehört immer jemand anderem, zum Beispiel einer Rentenkasse.',
    day: 'Der Tag folgt den Märkten. Man liest, rechnet, streitet, ob eine Idee stimmt, und sieht, was aus der letzten wurde. Die Rückmeldung kommt schnell und alle sehen sie: Die Zahl am Abend ist grün oder rot. Manche fangen um sieben an und sind um sechs fertig, andere nicht.',
    wayIn:
      'Die meisten Stellen gehen an Leute aus dem Sommerpraktikum, und beworben wird ein Jahr vorher. Handelsfirmen prüfen Mathematik und klares Denken, Fonds eher, wie du eine Meinung begründest.',
    firstJobs: ['Praktikum im Sommer', 'Junior im Handel', 'Investmentanalyse', 'Entwicklung, auch quantitative'],
    ask: ['Bei welcher Idee warst du dir zuletzt sicher und lagst falsch?', 'Was an dem Beruf ahnt von außen niemand?'],
  },
  insurance: {
    what: 'Viele zahlen ein wenig, damit die wenigen, deren Haus abbrennt, nicht am Ende sind. Die Firma muss ausrechnen, wie wahrscheinlich der Brand ist, einen fairen Preis nehmen und zahlen, wenn es so weit ist. Das Gleiche gilt für Schiffe, Handys, Konzerte und Satelliten.',
    day: 'Aktuar:innen suchen Muster in Jahrzehnten von Schäden. Andere entscheiden, welches Risiko man zu welchen Bedingungen nimmt. Wer Schäden bearbeitet, spricht mit Menschen an einem der schlimmsten Tage ihres Jahres. Software hält alles zusammen, manche älter als die Leute, die sie pflegen.',
    wayIn:
      'Offen für fast jedes Fach und weniger überlaufen als Banken. Mathematik führt zur Aktuarsausbildung mit bezahlten Prüfungen. Vermittlung und Schaden suchen Neugier und gute Gespräche.',
    firstJobs: [
      'Aktuarielle Ausbildung',
      'Assistenz in der Risikoprüfung',
      'Schadenbearbeitung',
      'Trainee in Technik oder Daten',
    ],
    ask: ['Was war das Seltsamste, das du je versichert hast?', 'Woran merkt ihr, dass ein Schaden nicht stimmt?'],
  },
  software: {
    what: 'Hier ist die Software selbst das Produkt: ein Programm, das Firmen monatlich mieten, eine App, ein Dienst, auf dem andere aufbauen. Eine Kopie mehr kostet fast nichts. Also hängt alles daran, ob Menschen sie wollen und bleiben.',
    day: 'Kleine Teams nehmen sich ein Problem vor, bauen eine erste Fassung, zeigen sie einigen und ändern sie. Es gibt Besprechungen, geschriebene Vorschläge, gegenseitiges Lesen von Code und dann stille Stunden. Veröffentlicht wird oft mehrmals am Tag. Was du am Morgen machst, benutzen am Nachmittag Fremde.',
    wayIn:
      'Ein Informatikstudium ist häufig, aber nicht überall nötig. Etwas Kleines, das du gebaut hast und erklären kannst, wiegt mehr als eine Liste von Sprachen. Große Firmen haben Praktika, kleine antworten auf eine gute E-Mail.',
    firstJobs: ['Junior-Softwareentwicklung', 'Technischer Support', 'Assistenz im Produktmanagement', 'Softwaretest'],
    ask: ['Wer entscheidet, was dein Team als Nächstes baut?', 'Was hast du gebaut, das niemand benutzt hat?'],
  },
  consulting: {
    what: 'Beratungen und Agenturen werden von anderen Firmen für eine Zeit geholt: für eine schwierige Frage, für eine Website, für einen Umbau, zu dem dort die Leute fehlen. Verkauft wird das Projekt, und wer es macht, wechselt von Branche zu Branche.',
    day: 'Du lernst in einer Woche, wie ein Betrieb läuft, sprichst mit denen, die dort arbeiten, und machst daraus Folien, einen Plan oder fertigen Code. Fremde müssen dir vertrauen. Termine sind echt, Teams wechseln alle paar Monate, und manche Firmen reisen viel.',
    wayIn:
      'Große Beratungen nehmen jedes Fach und wählen in Gesprächen, in denen du laut einen Fall löst. Agenturen sehen auf Arbeitsproben. Beide mögen Leute, die Kompliziertes jemandem in Eile erklären können.',
    firstJobs: ['Junior-Beratung', 'Entwicklung in einer Agentur', 'Business-Analyse', 'Kundenbetreuung'],
    ask: ['Was weißt du am ersten Morgen von einem Kunden?', 'Erfährst du, was aus deinem Rat geworden ist?'],
  },
  media: {
    what: 'Nachrichten, Fernsehen, Film, Musik, Podcasts und alles, was gestreamt wird. Die einen machen, was man liest und hört, andere finden das Geld dafür, und immer mehr bauen die Technik, die es ruckelfrei auf den Bildschirm bringt.',
    day: 'Das Produkt gibt die Uhr vor. Eine Redaktion arbeitet auf die Minute, ein Dokumentarfilm auf das Jahr. Erst wird geplant, dann gerannt, dann kurz durchgeatmet. Oft arbeiten Menschen, die etwas machen, mit Menschen zusammen, die zählen, wer es sah.',
    wayIn:
      'Selten durch ein Studium allein. Campusradio, ein Blog, ein Kurzfilm oder ein kleines Werkzeug für die Lokalzeitung zeigen, dass du es ohnehin tust. Viele beginnen mit kurzen Verträgen und werden wieder gefragt.',
    firstJobs: [
      'Produktionsassistenz',
      'Volontariat',
      'Videoschnitt für soziale Netze',
      'Entwicklung in einem Streaming-Team',
    ],
    ask: ['Wie sicher waren deine ersten drei Jahre?', 'Was macht ihr, das du selbst ansehen würdest?'],
  },
  games: {
    what: 'Studios machen Dinge zum Spielen, für Handy, Konsole und Tisch. Ein großes Spiel braucht Hunderte Menschen und vier Jahre, ein kleines zwei und einen Winter. Code, Bild, Ton, Geschichte und Regeln müssen zusammenpassen, und am Ende muss es Spaß machen. Das lässt sich nicht ausrechnen.',
    day: 'Du machst ein kleines Stück, spielst es und änderst es: einen Sprung, der sich schwer anfühlt, eine Stelle, an der alle aufhören. Was nicht läuft, muss bis zur Proberunde am Abend laufen. Kurz vor der Veröffentlichung kann es lang werden. Gute Studios planen dagegen, und fragen darfst du danach.',
    wayIn:
      'Durch das, was du gemacht hast. Ein fertiges winziges Spiel sagt mehr als ein großes halbes. Game Jams bringen Arbeitsproben und Leute, die sich an dich erinnern.',
    firstJobs: [
      'Spieletest',
      'Junior-Gameplay-Programmierung',
      'Grafik oder Leveldesign',
      'Assistenz in der Community',
    ],
    ask: [
      'Was habt ihr aus dem letzten Spiel gestrichen, und war es richtig?',
      'Wie waren die letzten drei Monate vor dem Start?',
    ],
  },
  telecoms: {
    what: 'Diese Firmen betreiben die Netze für Anrufe und Daten: Kabel unter Straßen und Meeren, Masten auf Dächern, Satelliten und die Rechner, die jedem Paket den Weg zeigen. Läuft es, merkt es niemand. Steht es, stehen Läden, Rettungswagen und Hausaufgaben.',
    day: 'Teams beobachten den Verkehr, planen den nächsten Mast und flicken, was ein Bagger heute früh zerrissen hat. Es gibt Funkphysik, sehr viel Software und für alle, die mögen, Arbeit im Freien. Andere verkaufen und betreuen, was das Netz Firmen bietet.',
    wayIn:
      'Ausbildung und Trainee-Programme führen hinein, aus Technik, Informatik, Physik oder Geografie. Eingestellt wird stetig, und es bewerben sich weniger, als die Größe erwarten lässt.',
    firstJobs: ['Netzbetrieb', 'Funkplanung', 'Technik im Außendienst', 'Trainee in Software oder Daten'],
    ask: ['Was ist an Silvester in eurem Netz los?', 'Wer wird angerufen, wenn ein Kabel durch ist?'],
  },
  health: {
    what: 'Menschen gesund halten und gesund machen: Kliniken und Praxen, Hersteller von Arznei und Geräten, Labore und die Software dazwischen. Vieles ist Biologie. Aber eine Klinik braucht auch Planung, Technik und Formulare, die eine müde Pflegekraft ausfüllen kann.',
    day: 'Gearbeitet wird sorgfältig, weil Fehler jemandem wehtun. Ergebnisse prüft man zweimal, Änderungen werden getestet und aufgeschrieben, ein neues Mittel dauert zehn Jahre. In der Klinik geben Kranke den Takt vor, im Labor Versuche, in der Software lange Gespräche mit denen, die sie benutzen.',
    wayIn:
      'Heilberufe haben ihre eigene Ausbildung. Alles ringsum nimmt Leute aus Naturwissenschaft, Informatik, Design und Verwaltung und schätzt, wer Personal und Kranken zuhört.',
    firstJobs: [
      'Technische Assistenz im Labor',
      'Assistenz bei klinischen Studien',
      'Entwicklung von Gesundheitssoftware',
      'Trainee in der Klinikverwaltung',
    ],
    ask: [
      'Woher weißt du, dass deine Arbeit jemandem geholfen hat?',
      'Was dauert bei euch am längsten, und muss es das?',
    ],
  },
  'public-sector': {
    what: 'Ministerien, Rathäuser, Finanzämter, Gerichte und die Teams, die ihre Dienste bauen. Ein Laden darf sich seine Kundschaft aussuchen, der Staat nicht. Ein Antrag muss auch für jemanden gehen, der keinen Drucker hat, schlecht sieht, die Sprache erst lernt und gerade einen schlechten Tag hat.',
    day: 'Du klärst, was ein Gesetz für Menschen bedeutet, schreibst es einfach auf, baust es und siehst zu, wie es jemand versucht. Entschieden wird offen und langsamer, denn alle bezahlen es. Über dir ist Politik, vor dir eine Schlange von Menschen.',
    wayIn:
      'Ausgeschriebene Stellen und feste Programme mit klaren Kriterien: Belege jedes mit einem Beispiel. Jedes Fach passt irgendwo. Das Gehalt beginnt niedriger als in Banken, die Zeiten sind freundlicher, und man kann wechseln.',
    firstJobs: ['Referat in einer Behörde', 'Traineeprogramm', 'Entwicklung digitaler Dienste', 'Sachbearbeitung'],
    ask: [
      'Was hast du geändert, das man draußen gemerkt hat?',
      'Was ist hier aus gutem Grund langsam und was aus keinem?',
    ],
  },
  education: {
    what: 'Schulen, Hochschulen, Weiterbildung, Firmen für Lernsoftware und die Labore, in denen man herausfindet, was niemand wusste. Das Ergebnis ist keine Ware. Es ist ein Mensch, der mehr kann, oder ein Wissen, auf dem andere aufbauen.',
    day: 'Lehrkräfte bereiten vor, erklären, korrigieren und merken, wer still geworden ist. Forschende lesen, versuchen, scheitern, schreiben und werben Geld für den nächsten Versuch ein. In der Lernsoftware sieht man einer Klasse zu, wo sie hängen bleibt. Das Jahr hat seinen eigenen Takt.',
    wayIn:
      'Ins Lehramt führt eine eigene Ausbildung. Forschung heißt meist Promotion, eine Arbeit mit Enddatum. Firmen für Lernsoftware suchen Entwicklung und Design und freuen sich über frühere Lehrkräfte.',
    firstJobs: [
      'Referendariat',
      'Wissenschaftliche Hilfskraft',
      'Gestaltung von Lernmaterial',
      'Entwicklung an Hochschule oder Lernfirma',
    ],
    ask: ['Wann hast du zuletzt gesehen, wie jemand etwas verstand?', 'Wie lebt man mit Verträgen, die enden?'],
  },
  charity: {
    what: 'Hier kommt der Zweck zuerst, und das Geld ist für ihn da: Tafeln, Seenotrettung, Mietberatung, Waldschutz. Ein Sozialunternehmen verkauft etwas, um seinen Zweck zu bezahlen. Personal, Haushalt, Software und Vorgesetzte gibt es wie anderswo, nur von allem weniger.',
    day: 'Am Morgen schreibst du an Menschen, die spenden. Vor dem Mittag zählst du, was das Projekt vom letzten Jahr wirklich bewirkt hat, danach vertrittst du jemanden. Die Aufgaben sind breit, weil die Teams klein sind. Die Begegnung mit denen, um die es geht, hält viele; das knappe Geld zermürbt manche.',
    wayIn:
      'Ehrenamt hilft, wenn du sagen kannst, was du getan hast und was daraus wurde. Spendenwerbung, Daten und Technik sind selten. Wer sie kann, bekommt früh Verantwortung.',
    firstJobs: ['Assistenz im Fundraising', 'Projektarbeit', 'Betreuung von Ehrenamtlichen', 'Daten oder Digitales'],
    ask: ['Woran merkt ihr, dass es wirkt?', 'Was erlaubt das Geld und was nicht?'],
  },
  retail: {
    what: 'Menschen etwas verkaufen, im Laden oder auf einer Seite. Hinter einem Glas im Regal stehen jemand, der es ausgewählt hat, jemand, der die Menge geschätzt hat, ein Lager, ein Lkw und ein Preis, der sich zweimal änderte. Im Netz ist das Schaufenster Software, und jeder Klick wird gezählt.',
    day: 'Jeden Morgen kommen Zahlen: was ging, was nicht, was zurückkam. Danach ändert man einen Preis, eine Seite oder eine Bestellung und sieht die Wirkung in Tagen. Im November ist überall viel los. In Läden führst du früher ein Team als fast irgendwo sonst.',
    wayIn:
      'Trainee-Programme für Einkauf, Filialen und Zentrale. Online-Händler suchen Analyse, Entwicklung und Marketing. An einer Kasse gearbeitet zu haben zählt mehr, als Studierende glauben.',
    firstJobs: [
      'Assistenz im Einkauf',
      'Nachwuchs in der Filialleitung',
      'Analyse im Online-Handel',
      'Entwicklung in einem Online-Shop',
    ],
    ask: ['Welches Produkt hat dich überrascht?', 'Was schicken die Leute zurück und warum?'],
  },
  travel: {
    what: 'Wo Menschen hinfahren, schlafen, essen und Spaß haben: Hotels, Restaurants, Festivals, Museen, Sport und die Seiten, auf denen man bucht. Ein leerer Platz heute Abend lässt sich nie wieder verkaufen. Darum zählen der richtige Preis zur richtigen Zeit und eine gute Erinnerung.',
    day: 'Die Gäste geben den Takt vor. In Hotel und Stadion plant man für ein volles Haus und improvisiert dann. Im Büro dahinter macht man Preise, schreibt Gästen, repariert die Buchungsseite und liest Bewertungen. Abende und Wochenenden sind oft Arbeitszeit.',
    wayIn:
      'Fang im Haus an: Service, Küche, Kasse. Wer bleibt, leitet früh, und Zentralen mögen Leute, die den Betrieb kennen. Buchungsfirmen stellen ein wie andere Softwarefirmen.',
    firstJobs: [
      'Trainee in Hotel oder Gastronomie',
      'Assistenz bei Veranstaltungen',
      'Preis- und Auslastungsanalyse',
      'Support oder Entwicklung bei einer Buchungsfirma',
    ],
    ask: ['Wie sieht ein voller Abend von hinten aus?', 'Wie plant man einen Sommer, den niemand kennt?'],
  },
  transport: {
    what: 'Menschen und Dinge pünktlich bewegen: Züge, Busse, Flugzeuge, Schiffe, Pakete und Lager, in denen sich Roboter und Menschen den Boden teilen. Alles hängt an allem: Fehlt morgens jemand im Führerstand, fehlt abends in einem anderen Land ein Anschluss.',
    day: 'Die Planung macht einen Fahrplan, der auf dem Papier stimmt. Die Leitstelle rettet ihn, wenn eine Weiche einfriert, und die Analyse fragt danach, was geholfen hätte. Software sucht Wege und sagt Verspätungen voraus. Sicherheit geht immer vor Zeit; das wird geübt, bis es sitzt.',
    wayIn:
      'Ausbildung, Ingenieurstudium und Trainee-Programme im Betrieb. Wenn du gern knobelst, sag es. Geografie, Mathematik und Sprachen sind alle willkommen.',
    firstJobs: ['Betriebsplanung', 'Analyse von Lieferketten', 'Trainee Technik', 'Schichtleitung im Lager'],
    ask: ['Was war dein schlimmster Morgen, und wie ging er aus?', 'Welche Verspätung nimmt man besser hin?'],
  },
  energy: {
    what: 'Strom, Wärme und Wasser, mit weniger Schaden für das Klima. Leitungen, die fünfzig Jahre halten, treffen auf Solardächer, die sich jede Minute ändern. In jeder Sekunde muss so viel Strom hinein wie heraus, sonst geht das Licht aus.',
    day: 'Die einen planen, prüfen und reparieren, andere rechnen Wind und Verbrauch voraus, wieder andere verhandeln mit Grundbesitz, Gemeinden und Aufsicht. An manchen Tagen trägst du Stiefel, an anderen rechnest du für 2040. Projekte dauern, und was du baust, überlebt dein Berufsleben.',
    wayIn:
      'Ingenieurfächer, Physik, Chemie, Geografie, Wirtschaft und Informatik führen alle hierher. Netzbetreiber bilden gut aus, junge Klimafirmen suchen Leute, die zwei Dinge zugleich können.',
    firstJobs: [
      'Nachwuchs im Ingenieurteam',
      'Energieanalyse',
      'Technik vor Ort',
      'Projektentwicklung für Wind oder Solar',
    ],
    ask: ['Was hält das Licht an, wenn der Wind nachlässt?', 'Was am Reden über das Klima siehst du seither anders?'],
  },
  engineering: {
    what: 'Dinge zum Anfassen: Autos, Pumpen, Chips, Stühle, Roboter und die Maschinen, die sie herstellen. In fast allen steckt heute Software. Anders als eine App tauscht man ein Bauteil nicht über Nacht aus. Also wird gerechnet und probiert, bevor die ersten tausend entstehen.',
    day: 'Du gehst hin und her zwischen einer Zeichnung am Bildschirm, einem Prototyp auf der Werkbank und einem Band, an dem Menschen am besten wissen, was daran nicht stimmt. Versuche misslingen und lehren etwas. Lieferungen verspäten sich. Dann rollt ein Ding heraus, an dem du mitgebaut hast.',
    wayIn:
      'Studium und Ausbildung sind beide angesehen. Wer ein eigenes Projekt hat, ein Rennwagenteam oder einen Roboter im Keller, hat etwas zu zeigen. Software-Leute sind gesucht und bewerben sich selten.',
    firstJobs: ['Nachwuchs in der Konstruktion', 'Fertigung oder Qualität', 'Robotiktechnik', 'Embedded-Entwicklung'],
    ask: ['Was hat euch der letzte Prototyp gelehrt?', 'Wie weit ist dein Schreibtisch von der Fabrik?'],
  },
  law: {
    what: 'Regeln, Gebäude und Orte: Kanzleien, die Verträge schreiben und verteidigen, Firmen, die Wohnungen und Büros planen, bauen, vermieten und pflegen, und junge Software für beides. Sie gehören zusammen, denn jedes Haus ist auch ein Stapel Verträge.',
    day: 'Wer Recht macht, liest genau, schreibt genau und erklärt, was man darf. Auf der Baustelle ist der Tag eine Kette von Terminen: Kommen die Fenster spät, verschiebt sich zwanzigmal etwas. In der Immobilienbranche wird besichtigt, bewertet, verhandelt. Überall kann ein kleines Wort oder Maß teuer sein.',
    wayIn:
      'Recht hat feste Stufen mit Prüfungen. Bau und Immobilien nehmen Auszubildende und Leute aus Ingenieurfächern, Geografie und Wirtschaft. Rechtssoftware sucht Menschen, die beides lesen können.',
    firstJobs: [
      'Rechtsassistenz oder Referendariat',
      'Assistenz der Bauleitung',
      'Immobilienbewertung',
      'Entwicklung oder Analyse für Rechtssoftware',
    ],
    ask: ['Welcher Satz oder welches Maß war am teuersten?', 'Wie viel aus der Ausbildung brauchst du jede Woche?'],
  },
};
