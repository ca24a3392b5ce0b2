import type { TagText } from '../guide-text.ts';
import type { DecidingRole } from '../role-groups.ts';

export const GERMAN_DECIDING: Readonly<Record<DecidingRole, TagText>> = {
  'data-analyst': {
    what: 'Beantwortet Fragen mit Zahlen, die schon da sind. Hat die neue Seite geholfen? Welche Läden verlieren montags Geld? Die Analyse findet die Zahlen, prüft, ob sie meinen, was sie zu meinen scheinen, und erklärt sie denen, die entscheiden.',
    day: 'Jemand fragt etwas Ungenaues, und die halbe Arbeit ist, es genau zu machen. Dann fragst du eine Datenbank ab, merkst, dass der März doppelt zählt, bereinigst, zeichnest zwei Bilder und wirfst eines weg. Du zeigst es Menschen, die auf eine andere Antwort hofften. Manche Berichte kommen jede Woche, die spannenden einmal.',
    wayIn:
      'Aus jedem Fach, in dem du mit Zahlen gearbeitet hast: Wirtschaft, Psychologie, Geografie, Biologie. Lern, Datenbanken abzufragen, und zeig eine Frage, die du mit öffentlichen Daten beantwortet hast.',
    firstJobs: ['Junior-Datenanalyse', 'Berichtswesen', 'Analyse in Marketing oder Betrieb'],
    ask: ['Wann hat deine Zahl eine Entscheidung geändert?', 'Was tust du, wenn die Antwort niemandem passt?'],
  },
  'data-engineer': {
    what: 'Baut die Leitungen, durch die Zahlen ankommen, richtig und rechtzeitig. Verkäufe aus dreihundert Läden, Klicks, Sensoren: Jede Quelle spricht ihre Mundart und schweigt manchmal. Hier kommen sie an einen Ort, an dem andere ihnen trauen können.',
    day: 'Du schreibst und flickst Programme, die Daten holen, prüfen und verbinden, meist nachts, während du schläfst. Am Morgen ist eines stehen geblieben, weil jemand eine Spalte umbenannt hat. Du klärst mit der Analyse, was sie braucht, und mit anderen Teams, was sie schicken. Man sieht wenig davon, und alles steht darauf.',
    wayIn:
      'Über Programmieren und Datenbanken; viele waren vorher in Entwicklung oder Analyse. Ein Projekt, das täglich etwas sammelt und nach einem Monat noch läuft, ist ein guter Beleg.',
    firstJobs: ['Junior Data Engineering', 'Datenbankentwicklung', 'Analyse, die ihre Berichte automatisiert'],
    ask: ['Was ging zuletzt kaputt, und wer merkte es zuerst?', 'Woher weißt du, dass eine Zahl stimmt?'],
  },
  'data-scientist': {
    what: 'Findet aus Daten heraus, was wahrscheinlich kommt, und wie sicher man sein darf. Wer kündigt vielleicht? Wirkt das Mittel, oder war es Zufall? Das ist Statistik und Programmieren für Fragen, deren Antwort eine Wahrscheinlichkeit ist.',
    day: 'Du verbringst mehr Zeit damit, Daten zu verstehen, als mit Modellen. Du planst einen Versuch, passt etwas Einfaches an, prüfst, ob es besser ist als Raten, und erklärst es Leuten, die ja oder nein hören wollen. Viele Ideen taugen nicht. Das früh zu sagen, gehört zum Können.',
    wayIn:
      'Oft nach einem Master in Statistik, Mathematik, Physik, Wirtschaft oder Informatik oder aus der Analyse heraus. Zeig eine einzige Frage, bis zum Ende verfolgt, mit ihren Zweifeln.',
    firstJobs: ['Junior Data Science', 'Datenanalyse mit Experimenten', 'Wissenschaftliche Mitarbeit'],
    ask: ['Welches deiner Modelle wird wirklich benutzt?', 'Wann war die einfache Antwort die beste?'],
  },
  'machine-learning': {
    what: 'Macht aus einem klugen Modell etwas, das jeden Tag für viele läuft, zu einem Preis, den man zahlen kann. Das Modell, das vorschlägt, übersetzt oder Röntgenbilder liest, ist ein kleiner Teil. Darum herum sind Daten, Tests, Rechner und ein Plan für den Irrtum.',
    day: 'Du bereitest Daten vor, startest einen Lauf, siehst, was er falsch macht und bei wem, und machst den nächsten schneller oder gerechter. Dann kommt gewöhnliche Technik: Schnittstelle, Grenzen, Überwachung, ein Weg zurück. Das Gebiet ändert sich jeden Monat. Lesen gehört dazu, und nicht alles glauben auch.',
    wayIn:
      'Aus der Informatik mit Statistik, oft mit Master; auch aus der Entwicklung, wenn man so ein System übernimmt. Bring ein kleines Modell zu echten Menschen.',
    firstJobs: ['Junior Machine Learning', 'Entwicklung in einem Team mit Modellen', 'Technik in der Forschung'],
    ask: ['Woran merkst du, dass es schlechter geworden ist?', 'Was soll es nie entscheiden dürfen?'],
  },
  quant: {
    what: 'Schreibt schnelle und genaue Programme, mit denen Firmen Risiken bewerten und handeln. „Quant“ kommt von quantitativ: Die Mathematik entscheidet, der Code führt aus. Manche arbeiten am Modell, manche an Millionsteln von Sekunden, die meisten an beidem.',
    day: 'Du prüfst eine Idee an Jahren von Marktdaten, zweifelst, warum sie so gut aussieht, und merkst, dass sie aus Versehen die Zukunft kannte. Du machst eine Rechnung zehnmal schneller oder erklärst im Handel, warum der Preis heute abweicht. Der Markt urteilt am Abend. Es ist fordernd und gut bezahlt, die Leute sind klug und direkt.',
    wayIn:
      'Mathematik, Physik, Informatik oder Ingenieurfächer, mit schweren Gesprächen über Wahrscheinlichkeit und Code. Die meisten Stellen kommen aus Praktika; bewirb dich ein Jahr vorher.',
    firstJobs: [
      'Praktikum in quantitativer Entwicklung',
      'Trainee in Bewertung oder Risiko',
      'Softwareentwicklung im Handel',
    ],
    ask: ['Woher weißt du, dass ein Ergebnis kein Glück ist?', 'Wie fühlt sich eine schlechte Woche an?'],
  },
  'business-analyst': {
    what: 'Findet heraus, was Menschen brauchen, und schreibt es so auf, dass man es bauen kann. Zwischen der Pflegekraft, die „das Formular taugt nichts“ sagt, und dem Team, das es ändern könnte, steht jemand, der fragt, bis beide das Gleiche meinen.',
    day: 'Du sitzt bei Leuten, während sie arbeiten, zeichnest, wie etwas wirklich läuft, findest den Schritt, den niemand erklären kann, und einigst dich mit ihnen, was anders werden soll. Du schreibst kurze Beispiele, die Entwicklung und Recht verstehen. Später prüfst du, ob das Gebaute sie erfüllt.',
    wayIn:
      'Aus jedem Fach, wenn du gern fragst und klar schreibst. Viele beginnen im Betrieb selbst, im Kundendienst oder in der Verwaltung, und kennen seine Knoten von innen.',
    firstJobs: ['Junior-Business-Analyse', 'Einstieg in einer Beratung', 'Projektunterstützung'],
    ask: ['Was wollten die Leute, und was brauchten sie?', 'Wie erfährst du, was dir niemand sagt?'],
  },
  product: {
    what: 'Entscheidet, was als Nächstes gebaut wird, und warum. Auf dem Tisch liegen hundert gute Wünsche, und das Team schafft drei. Produktmanagement steht dafür ein, dass das Ergebnis hilft und sich trägt, meist ohne jemandes Chef zu sein.',
    day: 'Du sprichst mit Menschen, die das Produkt benutzen, siehst Zahlen an, schreibst eine Seite dazu, was du tun würdest und weshalb, und vertrittst sie vor Design, Entwicklung und Vertrieb. Du sagst oft nein und musst danach noch gemocht werden. Am Abend benutzt du es selbst und notierst, was dich ärgert.',
    wayIn:
      'Selten die erste Stelle: Die meisten waren vorher in Entwicklung, Design, Analyse oder Support. Einige große Firmen nehmen Leute direkt von der Hochschule. Erzähl von allem, was du angefangen hast und andere benutzten.',
    firstJobs: ['Assistenz im Produktmanagement', 'Produktanalyse', 'Kundendienst in einer kleinen Firma'],
    ask: ['Wozu hast du zuletzt nein gesagt?', 'Woran merkst du, dass du falschlagst?'],
  },
  delivery: {
    what: 'Sorgt dafür, dass etwas fertig wird: durch wen, bis wann, in welcher Reihenfolge, und was geschieht, wenn die eine Person krank ist, die es weiß. Heißt Projekt-, Delivery- oder Programmmanagement, in manchen Teams Scrum Master.',
    day: 'Du führst einen Plan, der stimmt, also änderst du ihn. Du fragst, wie es geht, hörst, was nicht gesagt wird, räumst weg, was im Weg steht, sagst denen, die warten, früh die Wahrheit und hältst Besprechungen kurz. Du baust selbst nichts, und gedankt wird dir, wenn man nichts von dir merkte.',
    wayIn:
      'Aus jedem Fach, wenn du etwas mit einem Datum organisiert hast: ein Fest, einen Verein, einen Umzug. Kurze Zertifikate helfen bei den Fachwörtern.',
    firstJobs: ['Projektassistenz', 'Junior-Projektmanagement', 'Trainee für Projekte'],
    ask: ['Woran merkst du, dass ein Termin nicht hält?', 'Was war deine schlimmste Besprechung?'],
  },
  design: {
    what: 'Entscheidet, wie etwas für die funktionieren soll, die es benutzen: was zuerst kommt, wie ein Knopf heißt, was nach einem Fehler geschieht. Das Aussehen gehört dazu. Der größere Teil ist, was es Menschen erspart.',
    day: 'Du zeichnest viele Antworten auf ein Problem, wirfst die meisten weg, baust eine Fassung zum Klicken und siehst zu, wie jemand daran scheitert. In Besprechungen streitest du für diesen Menschen. Dann klärst du mit der Entwicklung jeden Zustand: leer, beim Laden, zu lang, auf Arabisch, im Bus.',
    wayIn:
      'Mit einer Mappe aus drei Arbeiten, die zeigt, wie du gedacht und was du geändert hast, nicht nur hübsche Enden. Ein Designstudium hilft. Psychologie, Architektur und Selbststudium sind häufig.',
    firstJobs: [
      'Junior-UX- oder Produktdesign',
      'Design in einer Agentur',
      'Design und Entwicklung in einer kleinen Firma',
    ],
    ask: ['Was hast du geändert, nachdem du jemandem zugesehen hast?', 'Wer hat bei deinen Entwürfen das letzte Wort?'],
  },
  research: {
    what: 'Findet heraus, wie Menschen sich wirklich verhalten, durch Fragen und Zusehen. Was sie sagen und was sie tun, ist zweierlei. Nutzerforschung weiß, wie man beides sieht, ohne zu schubsen, und lässt ein Team weniger raten.',
    day: 'Du findest acht Menschen, die nicht sind wie dein Team, sitzt bei ihnen, fragst offen und hältst die Stille aus. Dann sortierst du Notizen, suchst, was sich wiederholt, und machst es so lebendig, dass ein Team danach handelt. Sorgfalt gehört dazu: Einwilligung, Datenschutz und Menschen, denen es nicht gut geht.',
    wayIn:
      'Aus Psychologie, Soziologie, Ethnologie, Design oder Journalismus. Eine kleine ehrliche Studie über eine Bibliothek oder einen Fahrkartenautomaten ist das Beste, was du mitbringen kannst.',
    firstJobs: ['Junior-Nutzerforschung', 'Wissenschaftliche Hilfskraft', 'Design mit einem Teil Forschung'],
    ask: ['Was hast du geglaubt, bevor du zugesehen hast?', 'Was passiert, wenn ein Team es nicht hören will?'],
  },
  architect: {
    what: 'Wählt die großen Formen eines Systems, die später teuer zu ändern sind: was getrennt ist, was geteilt, wo die Daten liegen, was allein ausfallen darf. Wer das macht, hat meist zehn Jahre gebaut und sich ein paarmal geirrt.',
    day: 'Du liest, zeichnest Kästen, fragst, was bei zehnfacher Last geschieht, und schreibst Entscheidungen mit Gründen auf, damit andere widersprechen können. Du sitzt zwischen Teams, die Verschiedenes wollen. Die Guten schreiben noch Code, um zu spüren, was ihre Entscheidungen kosten.',
    wayIn:
      'Nicht direkt von der Hochschule, sondern über Jahre in der Entwicklung. Heute schon kannst du in Projekten auf das Ganze sehen, notieren, warum es so ist, und prüfen, was daraus wurde.',
    firstJobs: ['Entwicklung mit Blick auf das Ganze', 'Trainee in einem großen Systemhaus', 'Technische Beratung'],
    ask: ['Welche deiner Entscheidungen nähmst du zurück?', 'Wie überzeugst du Teams, die dir nicht unterstehen?'],
  },
  manager: {
    what: 'Kümmert sich um die Menschen, die bauen: stellt sie ein, hilft ihnen wachsen, räumt den Weg frei und sagt ihnen die Wahrheit. Die Arbeit tun andere. Daran muss sich gewöhnen, wer sie selbst gern getan hat.',
    day: 'Gespräche mit jeder Person, Planung, Bewerbungen, ein Streit, den niemand ansprechen wollte, ein Haushalt. Dazwischen liest du genug, um zu wissen, was schwer ist. Gemessen wirst du daran, was das Team schafft und wer bleibt. An einem guten Tag hast du nichts selbst gelöst, und alles lief.',
    wayIn:
      'Nach einigen Jahren Entwicklung, oft indem man zwei Leute anleitet und gefragt wird, ob man weitermacht. Einen Verein, eine Mannschaft oder eine Küche zu leiten ist echte Übung.',
    firstJobs: ['Softwareentwicklung', 'Leitung eines Studienprojekts', 'Betreuung von Praktikant:innen'],
    ask: ['Fehlt dir das Programmieren?', 'Was war das Schwerste, das du jemandem sagen musstest?'],
  },
  founder: {
    what: 'Berufe in der Technik, in denen du so viel redest, schreibst oder verkaufst wie programmierst. Wer gründet, fängt eine Firma an. Developer Relations hilft fremden Entwickler:innen. Technisches Schreiben erklärt. Technischer Vertrieb zeigt, was ein Produkt kann und was nicht.',
    day: 'Du wechselst oft zwischen Bildschirm und Menschen. Um neun eine Vorführung, mittags ein Text, der stimmen muss, am Nachmittag ein seltsames Problem bei jemandem, der das Produkt benutzt. Beim Gründen kommen Geld, Einstellungen und Sorgen dazu. Wer etwas versteht und auch erklären kann, ist selten und wird oft gerufen.',
    wayIn:
      'Aus Entwicklung, Support, Unterricht oder Journalismus. Schreib über etwas, das du gelernt hast, halte einen kurzen Vortrag, antworte in einem Forum. Zum Gründen: klein anfangen, mit jemandem, dem du traust.',
    firstJobs: [
      'Technisches Schreiben',
      'Technischer Vertrieb',
      'Hilfe für Entwickler:innen',
      'Unter den Ersten in einem Start-up',
    ],
    ask: ['Wie viel von deiner Woche ist noch Technik?', 'Was musstest du dir abgewöhnen?'],
  },
};
