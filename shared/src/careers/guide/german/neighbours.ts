import type { NeighbourKey } from '../neighbours.ts';

export const GERMAN_NEIGHBOURS: Readonly<Record<NeighbourKey, string>> = {
  'banking/investment':
    'Eine Bank verwahrt und verleiht, was Menschen bringen; eine Anlagefirma setzt es auf das, was später mehr wert sein soll. Große Banken haben Abteilungen für beides.',
  'banking/insurance':
    'Eine Bank gibt dir dein eigenes Geld zurück, wenn du willst; eine Versicherung zahlt mehr, als du gegeben hast, aber nur, wenn etwas geschieht.',
  'investment/insurance':
    'Beide berechnen, was kommen kann. Geldanlage sucht, was steigen könnte, Versicherung fragt, was schiefgehen könnte und wie oft.',
  'software/consulting':
    'Eine Softwarefirma arbeitet Jahre an einem Produkt; eine Beratung nacheinander an den Problemen vieler anderer.',
  'software/telecoms': 'Telekommunikation besitzt Leitungen und Masten; Softwarefirmen verkaufen, was darüber läuft.',
  'software/games':
    'Beide veröffentlichen Code. Gewöhnliche Software soll Zeit sparen; ein Spiel soll die Zeit wert sein.',
  'consulting/law':
    'Beide beraten nach Stunden. Recht sagt, was erlaubt ist, Beratung, was klug ist; nur das Recht braucht eine Zulassung.',
  'media/games':
    'Medien erzählen Menschen, die zusehen; ein Spiel gibt ihnen das Steuer und muss gehen, was sie auch tun.',
  'media/telecoms':
    'Medien machen, was man sieht und hört; Telekommunikation bringt es hin. Streamingdienste haben Leute für beides.',
  'health/education':
    'Beide arbeiten mit einzelnen Menschen und forschen. Gesundheit heilt und beugt vor; Bildung hilft, mehr zu können.',
  'health/public-sector':
    'Kliniken bezahlt oft der Staat, aber Kranke und Medizin bestimmen den Tag; sonst im öffentlichen Dienst sind es Gesetze und Bürger:innen.',
  'public-sector/charity':
    'Beide dienen einem Zweck. Der Staat muss für alle da sein und lebt von Steuern; Gemeinnützige wählen, für wen sie da sind, und bitten um das Geld.',
  'education/charity':
    'Schulen und Hochschulen haben festen Auftrag und feste Zeiten; Gemeinnützige lehren auch, aber für ihren Zweck und wo sie eine Lücke sehen.',
  'retail/travel':
    'Ein Laden verkauft etwas, das im Regal warten kann; Reisen und Freizeit verkaufen eine Stunde, die vorbei ist, wenn niemand kommt.',
  'retail/transport':
    'Handel entscheidet, was man wem verkauft; Logistik bringt es hin. Bei Online-Shops sitzen beide nebeneinander.',
  'travel/transport':
    'Verkehr bringt Menschen von hier nach dort; Reisen und Freizeit sind der Grund, warum sie fahren.',
  'energy/engineering':
    'Maschinenbau stellt Pumpen und Turbinen her; Energiefirmen betreiben sie Jahrzehnte und verkaufen, was herauskommt.',
  'energy/law':
    'Beide bauen Großes unter vielen Regeln. Energie betreibt das Gebaute; Immobilien und Bau übergeben oder vermieten es.',
  'engineering/transport':
    'Maschinenbau macht das Fahrzeug; Verkehr lässt es jeden Tag fahren, pünktlich und mit Menschen darin.',
  'front-end/back-end': 'Frontend macht, was du siehst und drückst; Backend macht, was danach geschieht.',
  'front-end/design':
    'Design entscheidet, wie es funktionieren und aussehen soll; Frontend bringt jeden Browser dazu. Viele können etwas von beidem.',
  'front-end/mobile':
    'Beide machen, was Menschen berühren. Frontend läuft im Browser und ist sofort zu ändern; eine App wird installiert und geht durch einen Store.',
  'back-end/full-stack':
    'Backend geht auf einer Seite in die Tiefe; Full-Stack bringt etwas durch beide Seiten, meist in kleinerem Rahmen.',
  'back-end/data-engineer':
    'Backend-Code beantwortet eine Anfrage jetzt; Datenleitungen sammeln Millionen davon für spätere Fragen.',
  'front-end/full-stack': 'Frontend kennt Browser bis auf den Grund; Full-Stack baut auch, was die Seite fragt.',
  'mobile/embedded':
    'Beide schreiben für kleine Geräte mit Akku. Ein Handy führt jede App aus und hat einen Bildschirm; ein eingebauter Rechner tut eines und hat keinen.',
  'graphics/front-end':
    'Beide bringen etwas auf den Schirm. Grafik zeichnet bewegte Welten aus Mathematik; Frontend ordnet Text, Bilder und Knöpfe.',
  'graphics/embedded':
    'Beide kämpfen um Tausendstel und Speicher. Die einen für ein schönes Bild, die anderen für Motor, Sensor oder Bremse.',
  'test/full-stack':
    'Entwicklung fragt, wie es geht, Test, wie es misslingen könnte. Wer testet, schreibt auch Code, und wer gut entwickelt, testet auch.',
  'test/security': 'Test sucht, was aus Versehen kaputtgeht; Sicherheit, was jemand mit Absicht kaputt machen könnte.',
  'platform/reliability':
    'Plattform baut die Straße, auf der Änderungen fahren; Reliability hält am Laufen, was ankam, und geht ans Alarmtelefon.',
  'platform/network':
    'Plattform schreibt Software, mit der andere sich selbst Rechner holen; Netze und Systeme kümmern sich um die Rechner und Leitungen.',
  'reliability/network':
    'Reliability betreut einen Dienst und ändert seinen Code; Netze und Systeme betreuen alles, worauf Dienste laufen.',
  'security/network': 'Netze machen Dinge erreichbar; Sicherheit fragt, für wen. In kleinen Firmen ist es eine Person.',
  'data-analyst/data-scientist':
    'Analyse sagt, was geschah und warum; Data Science sagt, was wahrscheinlich kommt und wie sicher das ist.',
  'data-analyst/data-engineer':
    'Data Engineering bringt die Zahlen, Analyse liest sie. Fehlt eine, frag die einen, wundert sie dich, die anderen.',
  'data-analyst/business-analyst':
    'Datenanalyse fragt die Datenbank, Business-Analyse die Menschen. Die Namen gehen oft durcheinander, lies also die Aufgaben.',
  'data-engineer/data-scientist':
    'Data Science braucht Daten, denen man trauen kann; Data Engineering macht sie so, jede Nacht, auch wenn niemand hinsieht.',
  'data-scientist/machine-learning':
    'Data Science findet heraus, ob ein Modell hilft; maschinelles Lernen lässt es für alle laufen, jeden Tag.',
  'data-scientist/quant':
    'Fast die gleiche Mathematik. Quants arbeiten an Märkten, die auf sie reagieren, und an Code, in dem Millionstel Geld kosten.',
  'machine-learning/quant':
    'Beide bringen Modelle in den Alltag. Das eines Quants kann bis Mittag Geld verlieren; ein lernendes System kann monatelang unbemerkt irren.',
  'business-analyst/product':
    'Business-Analyse klärt, was gebraucht wird; Produktmanagement wählt, was davon gebaut wird, und steht für die Wahl ein.',
  'business-analyst/delivery':
    'Business-Analyse sorgt dafür, dass alle das Gleiche meinen; Projektmanagement, dass es zum Termin fertig ist.',
  'product/delivery':
    'Produkt beantwortet was und warum, Projekt wer und wann. Die einen fragt man „War es richtig?“, die anderen „Ist es fertig?“.',
  'product/design':
    'Produkt wählt das Problem, Design formt die Antwort. Beide vertreten dieselben Menschen und streiten über den Umfang.',
  'product/founder':
    'Produktmanagement entscheidet über ein Produkt in einer Firma; wer gründet, muss auch Geld, Leute und die erste Kundschaft finden.',
  'delivery/manager':
    'Projektmanagement achtet auf die Arbeit und ihren Termin; Teamleitung auf die Menschen und ihr Wachsen.',
  'design/research':
    'Forschung findet heraus, was Menschen tun und brauchen; Design macht etwas daraus. In kleinen Teams ist es eine Person.',
  'research/data-analyst': 'Analyse sieht, was eine Million tat; Forschung sitzt bei acht und erfährt, warum.',
  'architect/manager':
    'Beides sind nächste Schritte nach der Entwicklung: Architektur steht für das System ein, Leitung für die Menschen.',
  'architect/back-end':
    'Backend baut einen Dienst gut; Architektur entscheidet, welche Dienste es gibt und wie sie sich treffen.',
  'founder/business-analyst':
    'Beide übersetzen zwischen Menschen und Technik. Die Analyse nach innen für die, die bauen, die anderen nach außen für die, die kaufen oder benutzen.',
};
