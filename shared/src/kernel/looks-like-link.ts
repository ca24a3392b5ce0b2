/** Endings of addresses that strangers use, and all that belong to countries. */
const ENDINGS = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ' +
    'ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp ' +
    'gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li ' +
    'lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om ' +
    'pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc ' +
    'td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw ' +
    'com net org edu gov mil int info biz name pro mobi app dev page web site online shop store tech xyz top club live link click ' +
    'world today news blog email cloud space website fun icu vip win work works life agency digital group team zone bet casino loan ' +
    'party review rocks run social support systems tools trade video wiki zip mov art design studio media network money finance ' +
    'рф рус онлайн сайт москва укр бел срб 中国 公司 网络 香港 台灣 भारत'
  ).split(' '),
);

/** Someone's title, written to their name without a space. */
const TITLES = /^(?:dr|st|mr|mrs|ms|prof|mag|ing|fr|sr|sra|hr)$/iu;
const DEGREE = /^(?:[bmd]\.(?:a|sc|eng|ed|des|com|mus|arch|phil|tech|litt|acc)|ll\.[bmd]|ph\.d)$/iu;
/** Not an address of anybody who would send us one. */
const SOFTWARE = /^(?:asp|vb|ado|ml)\.net$/iu;

const SCHEME = /\p{L}[\p{L}\p{N}+.-]*:\/\/|\bmailto:/iu;
const WWW = /(?:^|[^\p{L}\p{N}])www\./iu;
const MAILBOX = /[^\s@]@[^\s@]+\.[\p{L}\p{N}]{2,}/u;
const NUMBERED = /(?:^|[^\p{N}.])(?:\p{N}{1,3}\.){3}\p{N}{1,3}[:/]/u;
/** A host, and whether more follows as in an address. */
const HOST =
  /((?:[\p{L}\p{M}\p{N}_-]+\.)+)([\p{L}\p{M}]{2,}|xn--[\p{L}\p{N}-]+)(?![\p{L}\p{M}\p{N}_-])(:\p{N}+|[/?#]\S)?/giu;

/** "J.Ng" and "Dr.Ma": an initial or a title, and a name that begins with a capital. */
function isPerson(before: string, ending: string): boolean {
  const labels = before.split('.').filter((label) => label !== '');
  const isShort = labels.every((label) => /^\p{Lu}$/u.test(label) || TITLES.test(label));
  return isShort && /^\p{Lu}\p{Ll}+$/u.test(ending);
}

/**
 * Whether a name or a headline holds what a mail program makes a link of: an address of the web, a domain or a mailbox. Names go
 * into mails of ours, and must carry nobody's link there.
 */
export function looksLikeLink(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[。｡․]/gu, '.');
  if (SCHEME.test(plain) || WWW.test(plain) || MAILBOX.test(plain) || NUMBERED.test(plain)) return true;
  return [...plain.matchAll(HOST)].some(([host, before = '', ending = '', more]) => {
    const known = ENDINGS.has(ending.toLowerCase()) || /^xn--/iu.test(ending);
    if (!known || more !== undefined) return known;
    return !isPerson(before, ending) && !DEGREE.test(host) && !SOFTWARE.test(host);
  });
}
