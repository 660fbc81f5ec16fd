// タイムアウト (35-4): warns before the session ends, keeps it while somebody works, and never loses what was typed.
const WARNING = 120;
const KEEP = 60;

const dialog = document.getElementById('idle');
const extend = dialog.querySelector('form');
const [stay, again] = dialog.querySelectorAll('[data-idle]');
const seconds = Number(dialog.dataset.seconds);
const tabs = new BroadcastChannel('csirtflow-session');
let used, kept = false, over = false, dirty = null;

function begin() {
  used = Date.now();
  kept = false;
  if (!over) dialog.close();
}

async function renew() {
  const answer = await fetch(extend.action, { method: 'POST', body: new URLSearchParams(new FormData(extend)), redirect: 'manual' }).catch(() => null);
  kept = false;
  // Nothing was heard: the network is away, which says nothing about the session.
  if (!answer) return;
  if (answer.status !== 204) return end();
  begin();
  tabs.postMessage('used');
}

function end() {
  over = true;
  if (!dirty) return location.assign(`/sign-in?over=1&return=${encodeURIComponent(location.pathname.replace(/\/do\/.*/, ''))}`);
  document.getElementById('idle-title').textContent = dialog.dataset.over;
  document.getElementById('idle-text').textContent = dialog.dataset.overText;
  dialog.classList.add('idle-over');
  stay.hidden = true;
  again.hidden = false;
  if (!dialog.open) dialog.showModal();
  again.focus();
}

function look() {
  if (over) return;
  const left = seconds - (Date.now() - used) / 1000;
  if (left <= 0) end();
  else if (left <= WARNING && !dialog.open) {
    dialog.showModal();
    stay.focus();
  }
}

// Whoever types is there: the session goes on without a question, once a minute at most.
document.addEventListener('input', event => {
  const form = event.target.form;
  if (form && /\/(do\/[a-z-]+|receive|documents|persons)$/.test(form.action)) dirty = form;
  if (over || dialog.open || kept || Date.now() - used < KEEP * 1000) return;
  kept = true;
  renew();
});
extend.addEventListener('submit', event => {
  event.preventDefault();
  renew();
});
// Asks for the form again instead of sending it; the server answers with the sign-in page.
again.addEventListener('click', () => {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'again', value: '1' });
  dirty.append(field);
  dirty.submit();
});
dialog.addEventListener('cancel', event => event.preventDefault());
tabs.addEventListener('message', begin);
document.addEventListener('visibilitychange', look);

begin();
tabs.postMessage('used');
setInterval(look, 5000);
