// A question in the address (?q=) may come from anybody: it fills the box only when it cannot
// carry an address of its own onto our pages. It never becomes text of the page.

const MOST_CHARACTERS = 40;
const DIGITS = "〇零一二三四五六七八九两幺壹贰叁肆伍陆柒捌玖";
const SPACERS = /[\s\u00ad\u200b-\u200f\u2060\ufeff\-–—_.,、，。·•()（）/|*+]/gu;
const RUN = new RegExp(`[\\p{N}${DIGITS}]{5}`, "u");
const HOST = /[\p{L}\p{N}-]\s*[.。．｡]\s*\p{L}{2}/u;
const MESSENGER = /微信|薇信|威信|扣扣|企鹅|电报|飞机|\b(?:wechat|weixin|wx|vx|qq|telegram|tg|whatsapp|line|skype|signal)\b/iu;
const ACCOUNT = /[a-z0-9][a-z0-9_-]{3,}/giu;

// The question of an address's search part, or "".
export function asked(search) {
  const question = new URLSearchParams(search).get("q")?.trim() ?? "";
  return isHarmless(question) ? question : "";
}

export function isHarmless(question) {
  const folded = question.normalize("NFKC");
  if ([...question].length > MOST_CHARACTERS || folded.includes("@")) return false;
  if (RUN.test(folded.replace(SPACERS, "")) || HOST.test(folded)) return false;
  return !(MESSENGER.test(folded) && hasAccount(folded));
}

// Anything beside a messenger's name that could be an account there.
function hasAccount(text) {
  const rest = text.replace(new RegExp(MESSENGER, "giu"), " ");
  return (rest.match(ACCOUNT) ?? []).some((word) => /\d|_/.test(word) || !/^(?:support|group|official|help|login|account|message|real|fake|customer|service)$/i.test(word));
}
