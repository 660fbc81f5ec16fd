// Conveniences. Every page does its work without them.

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// A browser may refuse storage; then nothing is remembered, and nothing breaks.
const memory = store => ({
  get: key => { try { return window[store].getItem(key); } catch { return null; } },
  set: (key, value) => { try { window[store].setItem(key, value); } catch { /* not remembered */ } },
  drop: key => { try { window[store].removeItem(key); } catch { /* nothing was kept */ } },
});
const kept = memory('localStorage');
const drafts = memory('sessionStorage');

const japanese = document.documentElement.lang !== 'en';

const typedIn = field => field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
  : field.type === 'file' ? field.files.length > 0
  : field.tagName === 'SELECT' ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(o => o.defaultSelected))
  : field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue;
const dirty = within => all('input, textarea, select', within).some(typedIn);

// 残り: the words of Spans.cs, counted by the server's clock.
function clock() {
  const words = minutes => {
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
    const [m, h, d] = japanese ? ['分', '時間', '日'] : [' min', ' h', ' d'];
    const then = (count, unit) => !count ? '' : japanese ? `${count}${unit}` : ` ${count}${unit}`;
    if (minutes < 1) return japanese ? '1分未満' : 'under 1 min';
    if (minutes < 60) return `${rest}${m}`;
    if (days < 1) return `${hours}${h}${then(rest, m)}`;
    return `${days}${d}${then(hours, h)}`;
  };
  let ahead = 0;
  const set = page => { ahead = Date.parse(page.body.dataset.now) - Date.now(); };
  const since = time => Math.floor((Date.now() + ahead - Date.parse(time.dateTime)) / 60000);
  const tick = () => {
    all('[data-live] .due').forEach(due => {
      const late = Date.parse(find('time', due).dateTime) <= Date.now() + ahead;
      due.classList.toggle('due-late', late);
      const span = words(Math.abs(since(find('time', due))));
      find('.due-left', due).textContent = japanese ? `${late ? '期限超過' : '残り'} ${span}` : late ? `overdue by ${span}` : `${span} left`;
    });
    all('[data-live] time[data-passing]').forEach(time => { time.textContent = words(since(time)); });
  };
  set(document);
  setInterval(tick, 60000);
  return set;
}

// The page is asked for again when the service says that something has changed, and its live parts are put in place of the old ones.
function live(setClock) {
  const [button, status] = [find('[data-live-switch]'), find('[data-live-status]')];
  const stop = button?.textContent;
  const said = part => {
    const copy = part.cloneNode(true);
    all('input[type=hidden], .due-left, [data-passing]', copy).forEach(e => e.remove());
    return [copy.textContent.replace(/\s+/g, ' '), ...all('input[name=version]', part).map(v => v.value)].join();
  };
  const say = text => { if (status && text) status.textContent = text; };

  function put(old, fresh) {
    const [focus, open] = [document.activeElement?.id, all('details[open][id]', old).map(d => d.id)];
    old.replaceWith(document.adoptNode(fresh));
    open.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
    if (focus && document.activeElement?.id !== focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  async function refresh() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;

    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (all('[data-live]').some(dirty)) return say(status?.dataset.waits);
    setClock(page);
    let news = false;
    all('[data-live], [data-live-also]').forEach(old => {
      const fresh = page.getElementById(old.id);
      if (!fresh) return;
      const differs = said(old) !== said(fresh);
      news ||= differs && 'live' in old.dataset;
      if (differs) put(old, fresh);
    });
    if (news) say(status?.dataset.fresh);
  }

  let source, soon;
  const later = () => { soon ??= setTimeout(() => { soon = undefined; refresh(); }, 300); };
  const on = () => kept.get('live') !== 'off';
  function follow() {
    if (button) button.textContent = on() ? stop : button.dataset.again;
    if (on() && document.visibilityState === 'visible') {
      if (source) return;
      source = new EventSource('/queue/changes');
      source.addEventListener('changed', later);
    } else {
      source?.close();
      source = undefined;
    }
  }
  button?.addEventListener('click', () => { kept.set('live', on() ? 'off' : 'on'); follow(); });
  if (button) button.hidden = false;
  document.addEventListener('visibilitychange', follow);
  // Browsers keep few connections to one address: a page that is left gives its own back.
  addEventListener('pagehide', () => { source?.close(); source = undefined; });
  addEventListener('pageshow', follow);
  follow();
}

// Off unless the person wants them: a key pressed by mistake, or by speech, must do nothing (WCAG 2.1.4).
function shortcuts(box) {
  const places = { h: '/home', q: '/queue' };
  let before = '';
  box.checked = kept.get('keys') === 'on';
  box.addEventListener('change', () => kept.set('keys', box.checked ? 'on' : 'off'));
  box.closest('[data-keys]').hidden = false;
  document.addEventListener('keydown', e => {
    if (!box.checked || e.ctrlKey || e.altKey || e.metaKey || e.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog')) return;
    const [first, key] = [before, e.key];
    before = key;
    if (key === '?') find('#keys-list').showModal();
    else if (first === 'g' && places[key]) location.assign(places[key]);
  });
}

// What was typed stays in this tab until it has been sent; the key of the form too, so that sending twice stays one.
function draft(form) {
  const name = `draft:${form.dataset.draft}`;
  const fields = () => [...form.elements].filter(f => f.name && f.type !== 'file' && f.type !== 'submit' && f.name !== '__RequestVerificationToken');
  const save = sent => drafts.set(name, JSON.stringify({ sent, fields: fields().map(f => [f.name, f.value, f.checked === true]) }));
  const before = drafts.get(name);

  if (before && !find('#errors')) {
    const left = JSON.parse(before).fields;
    fields().forEach(f => {
      const i = left.findIndex(([n, v]) => n === f.name && (f.type !== 'checkbox' && f.type !== 'radio' || v === f.value));
      if (i < 0) return;
      if (f.type === 'checkbox' || f.type === 'radio') f.checked = left[i][2];
      else f.value = left[i][1];
      left.splice(i, 1);
    });
    const note = document.createElement('div');
    note.className = 'draft';
    note.innerHTML = '<p role="status"></p><button type="button" class="button button-small"></button>';
    note.firstChild.textContent = japanese ? '前に入力した内容を戻しました。ファイルは選び直してください。' : 'What you typed before is back. Please choose files again.';
    note.lastChild.textContent = japanese ? '入力を消す' : 'Clear the form';
    note.lastChild.addEventListener('click', () => { drafts.drop(name); location.replace(location.href); });
    form.prepend(note);
  }
  form.addEventListener('input', () => save(false));
  form.addEventListener('submit', () => save(true));
}

// Only what was sent is done: somebody may look at an old receipt while a new report is half written.
all('[data-draft-done]').forEach(e => e.dataset.draftDone.split(' ').forEach(name => {
  const left = drafts.get(`draft:${name}`);
  if (left && JSON.parse(left).sent) drafts.drop(`draft:${name}`);
}));
all('form[data-draft]').forEach(draft);

if (document.body.classList.contains('staff')) {
  let sending = false;
  document.addEventListener('submit', e => { sending ||= e.target.method === 'post'; });
  addEventListener('pageshow', () => { sending = false; });
  addEventListener('beforeunload', e => { if (!sending && all('form[method=post]:not([data-draft])').some(dirty)) e.preventDefault(); });
}
if (find('#keys')) shortcuts(find('#keys'));
// A page that answers a form holds what was typed, and its address takes no question.
if (find('[data-live]') && !location.pathname.includes('/do/')) live(clock());
