import type { Subject } from './subject.ts';

/** What forms call the column of the time of the answer, in the languages of the people who send us files. */
export const TIMESTAMPS: readonly string[] = [
  'timestamp',
  'zeitstempel',
  'horodateur',
  'horodatage',
  'marca temporal',
  'marca de tiempo',
  'marca de temps',
  'carimbo de data/hora',
  'informazioni cronologiche',
  'tijdstempel',
  'sygnatura czasowa',
  'znacznik czasu',
  'tidstämpel',
  'tidsstämpel',
  'tidsstempel',
  'tidsmerke',
  'aikaleima',
  'časová značka',
  'časové razítko',
  'časová pečiatka',
  'időbélyeg',
  'időbélyegző',
  'marcaj de timp',
  'marcă temporală',
  'zaman damgası',
  'отметка времени',
  'позначка часу',
  'χρονική σήμανση',
  'stamp amser',
  'חותמת זמן',
  'طابع زمني',
  'الطابع الزمني',
  'タイムスタンプ',
  '时间戳记',
  '時間戳記',
  '타임스탬프',
];

/** Start and end of an answer, as Microsoft Forms names them. */
export const START_TIMES: readonly string[] = [
  'start time',
  'startzeit',
  'heure de début',
  'hora de inicio',
  'hora de início',
  'ora di inizio',
  'begintijd',
  'starttid',
  'godzina rozpoczęcia',
];
export const COMPLETION_TIMES: readonly string[] = [
  'completion time',
  'fertigstellungszeit',
  'heure de fin',
  'hora de finalización',
  'hora de conclusão',
  'ora di completamento',
  'tijd van voltooien',
  'slutförandetid',
  'godzina ukończenia',
];

/** Names and addresses in other languages; tried after the English wordings. */
export const ABROAD: readonly (readonly [Subject, RegExp])[] = [
  [
    'email',
    /^(?:e-?mail-?adresse|e-?mail-?adres|adresse (?:e-?mail|mail|électronique|de courriel)|courriel|correo(?: electr[oó]nico)?|direcci[oó]n de correo(?: electr[oó]nico)?|endere[cç]o de e-?mail|indirizzo (?:e-?mail|di posta elettronica)|adres e-?mail|e-?post(?:-?adress?e?)?|sähköposti(?:osoite)?|электронная почта|адрес электронной почты|メールアドレス|电子邮件(?:地址)?|邮箱|電子郵件|이메일(?: 주소)?)$/u,
  ],
  [
    'lastName',
    /^(?:nachname|familienname|nom de famille|apellidos?|cognome|achternaam|nazwisko|efternamn|etternavn|efternavn|sobrenome|apelido|sukunimi|фамилия|прізвище|příjmení|姓)$/u,
  ],
  ['firstName', /^(?:vorname|prénoms?|prenom|voornaam|imię|förnamn|fornavn|etunimi|jméno|名)$/u],
  [
    'name',
    /^(?:(?:vollständiger )?name|vor- und nachname|nom(?: complet| et prénom)?|nombre(?: completo| y apellidos?)?|nome(?: completo| e cognome)?|(?:volledige )?naam|imię i nazwisko|(?:fullständigt |fullt )?na[mv]n|nimi|имя|фио|ім'я|氏名|お名前|姓名|이름)$/u,
  ],
  [
    'course',
    /^(?:studiengang|studienfach|filière|carrera|curso|corso di (?:laurea|studi)|opleiding|kierunek studiów)$/u,
  ],
];
