import type { TagText } from '../guide-text.ts';
import type { BuildingRole } from '../role-groups.ts';

export const GERMAN_BUILDING: Readonly<Record<BuildingRole, TagText>> = {
  'front-end': {
    what: 'Baut den Teil einer Seite oder eines Programms, den man sieht und berührt: Seiten, Knöpfe, Formulare, die kleine Bewegung, wenn etwas aufgeht. Das muss auf einem zersprungenen Handy in der Sonne gehen, nur mit Tastatur, und vorgelesen für jemanden, der es nicht sieht.',
    day: 'Du nimmst einen Entwurf und machst daraus etwas, das sich richtig verhält. Am Morgen jagst du einen Knopf, der in einem Browser springt, am Nachmittag liest du fremden Code oder klärst, was ohne Netz geschehen soll. Du siehst deine Arbeit sofort, und alle anderen auch.',
    wayIn:
      'Durch ein Informatikstudium, einen Kurs von einigen Monaten oder allein: Die Werkzeuge sind frei, und in jede Seite kann man hineinsehen. Stell zwei oder drei fertige Dinge ins Netz.',
    firstJobs: [
      'Junior-Frontend-Entwicklung',
      'Webentwicklung in einer Agentur',
      'Werkstudium an einem internen Werkzeug',
    ],
    ask: [
      'Was war an deiner letzten Seite am schwersten?',
      'Wie prüfst du, ob jemand sie benutzen kann, der nicht sieht?',
    ],
  },
  'back-end': {
    what: 'Baut, was hinter der Seite geschieht: speichern, entscheiden, antworten. Wenn du auf „Kaufen“ drückst, prüft das Backend, ob es die Sache noch gibt, nimmt das Geld einmal statt zweimal und weiß es noch nach Jahren.',
    day: 'Du schreibst Code, den niemand sieht und an dem viele hängen. Du entwirfst, wie Daten liegen und wie Dienste miteinander reden, und suchst in Protokollen, warum eine von zehntausend Anfragen neun Sekunden braucht. Ein Teil ist überlegen, was schiefgehen kann, ein Teil lesen, was andere schrieben.',
    wayIn:
      'Meist durch ein Informatikstudium, auch durch Umschulung. Bau etwas Kleines, das Daten für echte Menschen bewahrt, und begründe jede Wahl.',
    firstJobs: [
      'Junior-Backend-Entwicklung',
      'Trainee Softwareentwicklung',
      'Support, der gefundene Fehler selbst behebt',
    ],
    ask: [
      'Was ist der älteste Code, den du noch änderst?',
      'Wie findest du einen Fehler, der einmal in der Woche kommt?',
    ],
  },
  'full-stack': {
    what: 'Macht beide Hälften: die Seite und was dahinter liegt. Das gibt es vor allem in kleinen Teams. Dort bringt ein Mensch einen Wunsch vom ersten Gespräch bis zu etwas, das läuft, ohne ihn in der Mitte zu übergeben.',
    day: 'Eine Stunde änderst du eine Tabelle in der Datenbank, die nächste ein Formular im Browser, dann suchst du, warum beide sich nicht einig sind. Du sprichst öfter als andere mit denen, die es wollten. Der Preis: Du kennst dich nirgends am tiefsten aus und schlägst den ganzen Tag nach.',
    wayIn:
      'Kleine Firmen und Agenturen suchen genau das. Ein ganzes eigenes Projekt ist der beste Beleg, so bescheiden es ist, denn es zeigt, dass du etwas zu Ende bringst.',
    firstJobs: [
      'Junior-Entwicklung in einem Start-up',
      'Entwicklung in einer Agentur',
      'Allein zuständig in Verein oder Labor',
    ],
    ask: ['Welche Hälfte gäbst du ab, wenn du müsstest?', 'Wie bleibst du in beiden auf dem Laufenden?'],
  },
  mobile: {
    what: 'Macht Apps für Handys und Tablets. Die Bildschirme sind klein, die Akkus kleiner, das Netz kommt und geht, und jede neue Fassung muss erst durch einen App-Store. Ein Fehler, der draußen ist, lässt sich nicht in fünf Minuten zurückholen.',
    day: 'Du baust eine Ansicht, probierst sie auf einem neuen und einem fünf Jahre alten Handy und merkst, dass die Tastatur den Knopf verdeckt. Jedes Jahr ändert sich, was die Hersteller verlangen. Du liest Absturzberichte, planst Veröffentlichungen und arbeitest mit Leuten, denen zu Recht jeder Millimeter wichtig ist.',
    wayIn:
      'Eine App im Store öffnet Türen, auch mit zwölf Menschen, die sie benutzen. Die meisten lernen erst ein System und das andere bei der Arbeit.',
    firstJobs: ['Junior-App-Entwicklung', 'App-Test', 'Werkstudium in einem App-Team'],
    ask: ['Was macht ihr mit fünf Jahre alten Handys?', 'Was hast du zuletzt aus einem Absturz gelernt?'],
  },
  graphics: {
    what: 'Lässt Welten sich bewegen: Licht, Wasser, Menschenmengen, ein rutschendes Auto. Sechzigmal in der Sekunde muss ein Bild fertig sein, jedes hat also etwa sechzehn Tausendstel. Gebraucht wird das in Spielen, im Film, in Simulatoren für Flug und Chirurgie und in Zeichenprogrammen.',
    day: 'Du schreibst Code nah an der Maschine, siehst das Ergebnis an, misst, wo die Zeit bleibt, und gewinnst zwei Tausendstel zurück. Die Grafik will mehr, die Konsole sagt nein, und du findest den Kniff dazwischen. Vieles ist Geometrie und lineare Algebra, vieles Geduld.',
    wayIn:
      'Mit einer Vorführung. Ein kleiner Renderer, ein Effekt oder ein Game-Jam-Spiel, das du bis ins Kleinste erklären kannst, zählt mehr als Noten. Die Mathematik muss aber sitzen.',
    firstJobs: [
      'Junior-Gameplay-Programmierung',
      'Werkzeuge für Spielestudios',
      'Praktikum bei Simulator- oder Filmfirmen',
    ],
    ask: [
      'Was hast du zuletzt doppelt so schnell gemacht und wie?',
      'Wie viel davon ist an einem normalen Tag Mathematik?',
    ],
  },
  embedded: {
    what: 'Schreibt den Code im Inneren der Dinge: Autos, Wasserkocher, Herzschrittmacher, Satelliten. Der Rechner darin hat vielleicht weniger Speicher, als diese Seite braucht, darf nie hängen und lässt sich oft nicht mehr ändern, wenn er das Werk verlassen hat.',
    day: 'Auf dem Tisch liegen eine Platine, Drähte und ein Messgerät, das zeigt, was der Chip wirklich tut. Du liest Datenblätter, programmierst nah an der Maschine und fragst, ob der Fehler im Code steckt oder in der Lötstelle. Getestet wird am Gerät. Manche Tage enden mit einem Motor, der endlich richtig herum läuft.',
    wayIn:
      'Aus Elektrotechnik, Informatik, Physik oder vom Basteln mit kleinen Platinen. Bring etwas mit, das blinkt, misst oder fährt, und die Geschichte, was es anfangs falsch machte.',
    firstJobs: ['Junior-Embedded-Entwicklung', 'Gerätetest', 'Praktikum im Hardwarelabor'],
    ask: ['Was geschieht, wenn dein Code hängt?', 'Wie repariert man etwas im Weltall oder unter der Straße?'],
  },
  test: {
    what: 'Findet heraus, wie etwas kaputtgeht, bevor andere es merken, und sagt es so, dass man es beheben kann. Hier denkt man an das, was niemand wollte: zwei Klicks zugleich, ein Name mit Apostroph, die Nacht, in der die Uhr umgestellt wird.',
    day: 'Du liest, was geplant ist, und fragst „was, wenn?“. Du probierst die neue Fassung mit einer Idee im Kopf aus, schreibst Programme, die jede Nacht das Alte prüfen, und klärst, warum eines anschlug. Du sprichst viel mit der Entwicklung und bringst schlechte Nachrichten freundlich und mit Beleg.',
    wayIn:
      'Offen für viele Fächer, denn Neugier und klares Schreiben zählen am meisten. Lern etwas Programmieren, die meisten Stellen verlangen es. Von hier geht es auch in die Entwicklung und umgekehrt.',
    firstJobs: ['Junior-Softwaretest', 'Spiele- oder App-Test', 'Support mit einem Teil Test'],
    ask: ['Was ist der schönste Fehler, den du je gefunden hast?', 'Was tust du, wenn für Tests keine Zeit ist?'],
  },
  platform: {
    what: 'Baut die Maschinen, mit denen andere veröffentlichen. Wenn eine Änderung in Minuten geprüft, verpackt und auf Hunderten Rechnern ist, ohne dass jemand telefoniert, hat ein Plattformteam diesen Weg gebaut. Wer ihn benutzt, sitzt im gleichen Haus.',
    day: 'Du schreibst Code, der Code baut und bewegt: Abläufe, Vorlagen, Skripte für Rechner in der Cloud. Du siehst nach, was die anderen aufhält, und räumst es weg. Jemand will immer eine Ausnahme. Auch Rechnungen sind anzusehen, denn Rechner mietet man sekundenweise.',
    wayIn:
      'Viele kommen aus Entwicklung oder Betrieb. Selten ist es die erste Stelle, aber Trainee-Programme gibt es. Richte für ein Studienprojekt ein, dass es sich selbst veröffentlicht.',
    firstJobs: ['Junior-DevOps', 'Support für Cloud-Dienste', 'Entwicklung, die sich auch um den Build kümmert'],
    ask: [
      'Wie lange dauert eine Änderung bis zu den Menschen, und wie war es vor dir?',
      'Wen fragst du, was du bauen sollst?',
    ],
  },
  reliability: {
    what: 'Hält einen Dienst am Laufen und lernt aus der Nacht, in der er stand. Hier wird mit anderen entschieden, wie viel Ausfall noch geht, es wird gemessen und Software geschrieben, damit der gleiche Fehler niemanden zweimal weckt.',
    day: 'Meist ist es ruhig: Kurven lesen, den nächsten großen Tag planen, Handarbeit durch Code ersetzen, einen alten Ausfall durchgehen, ohne Schuldige zu suchen. In manchen Wochen trägst du den Alarm, wirst dafür bezahlt und entscheidest mit wenig Schlaf und halbem Wissen.',
    wayIn:
      'Meist nach ein, zwei Jahren in Entwicklung oder Betrieb; einige große Firmen nehmen Absolvent:innen. Wisse, wie Rechner und Netz wirklich arbeiten, und frag gern nach dem Warum.',
    firstJobs: ['Junior Site Reliability', 'Betrieb', 'Entwicklung in einem Team mit eigenem Alarm'],
    ask: ['Was hat dich zuletzt geweckt, und was hast du danach geändert?', 'Wie gut ist bei euch gut genug?'],
  },
  security: {
    what: 'Denkt wie jemand, der einbricht, und wird bezahlt wie jemand, der Schlösser macht: findet die schwachen Stellen vor anderen, schließt sie und merkt, wenn eine benutzt wurde. Die schwache Stelle ist ebenso oft ein müder Mensch wie eine Zeile Code.',
    day: 'Du liest Code und Pläne und fragst, wie man sie missbrauchen könnte, entscheidest, was zuerst geflickt wird, achtest auf Seltsames und erklärst, warum Passwörter an der Wand ein Problem sind, ohne jemanden bloßzustellen. Wenn etwas passiert, arbeitest du mit Tatsachen, schnell und schriftlich.',
    wayIn:
      'Aus Informatik, Netzen oder Support und durch Wettbewerbe, in denen Einbrechen erlaubt ist. Versuch es nie dort, wo es dir niemand erlaubt hat, das verschließt dir das Feld.',
    firstJobs: [
      'Analyse von Sicherheitsmeldungen',
      'Junior-Penetrationstest',
      'Entwicklung mit Zuständigkeit für Sicherheit',
    ],
    ask: ['Was war der klügste Angriff, den du gesehen hast?', 'Wie sagst du nein, damit man dich wieder fragt?'],
  },
  network: {
    what: 'Sorgt dafür, dass Rechner miteinander reden und gesund bleiben: Kabel und Funk im Haus, Maschinen im Rechenzentrum oder gemietet in der Cloud, Konten, Sicherungen. Läuft es, glauben alle, es laufe von selbst.',
    day: 'Es gibt geplante Arbeit, ein neues Büro oder neuere Maschinen, und es gibt das Telefon. Du findest heraus, warum ein Stockwerk kein Netz hat, ersetzt Altes, bevor es ausfällt, prüfst, ob sich eine Sicherung wirklich lesen lässt, und schreibst für die nach dir auf, wie alles zusammenhängt.',
    wayIn:
      'Die offenste Tür der Informatik: Ausbildung, Support und Zertifikate führen alle hinein. Ein kleines Netz zu Hause mit einem alten Rechner lehrt mehr, als man denkt.',
    firstJobs: ['IT-Support', 'Junior-Systemadministration', 'Netzbetrieb'],
    ask: ['Wann hast du zuletzt eine Sicherung gebraucht?', 'Was fragt man dich, das gar nicht deine Aufgabe ist?'],
  },
};
