/** Draws the page from /api/openapi.json: every exchange, its parameters, and a way to try it. No library, nothing from elsewhere. */
const words = {
  zh: { title: '邻里一张图 · 接口', other: 'English', role: '角色', required: '必填', send: '试一试', answer: '回答', bytes: '字节', failed: '没有回答：', kept: '只显示开头', none: '没有参数' },
  en: { title: 'Linli · API', other: '中文', role: 'role', required: 'required', send: 'Try it', answer: 'answer', bytes: 'bytes', failed: 'No answer: ', kept: 'beginning only', none: 'No parameters' },
}
/** An answer longer than this is cut on the page. */
const shownSigns = 20_000

let language = navigator.language.startsWith('zh') ? 'zh' : 'en'
const place = document.querySelector('#exchanges')
const button = document.querySelector('#language')
let description = null

button.addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh'
  draw()
})
try {
  description = await (await fetch('/api/openapi.json')).json()
  draw()
} catch (error) {
  place.replaceChildren(element('p', { className: 'bad', textContent: words[language].failed + error.message }))
}

function draw() {
  document.documentElement.lang = language
  document.title = words[language].title
  button.textContent = words[language].other
  button.lang = language === 'zh' ? 'en' : 'zh'
  for (const one of document.querySelectorAll('[data-zh]')) one.textContent = one.dataset[language]
  place.replaceChildren(...Object.entries(description.paths).map(([path, { get }]) => exchange(path, get)))
}

function exchange(path, operation) {
  const head = element('summary', {}, element('code', { textContent: `GET ${path}` }), element('span', { textContent: operation[`x-summary-${language}`] }),
    element('span', { className: 'role', textContent: `${words[language].role} ${operation['x-role']}` }))
  const form = element('form', {}, ...operation.parameters.map((parameter) => field(operation.operationId, parameter)))
  if (operation.parameters.length === 0) form.append(element('p', { textContent: words[language].none }))
  const output = element('div', { role: 'status' })
  form.append(element('button', { type: 'submit', textContent: words[language].send }), output)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask(path, operation, new FormData(form), output)
  })
  return element('details', { id: operation.operationId }, head, form)
}

function field(operation, { name, schema, required, in: kind }) {
  const id = `${operation}-${name}`
  const control = schema.enum
    ? element('select', { id, name, required }, ...(required ? [] : [element('option', { value: '', textContent: '—' })]), ...schema.enum.map((value) => element('option', { value, textContent: value })))
    : element('input', { id, name, required: required || kind === 'path', value: required ? example(name) : '', placeholder: example(name), autocomplete: 'off' })
  const bounds = [schema.type, schema.exclusiveMinimum !== undefined && `> ${schema.exclusiveMinimum}`, schema.minimum !== undefined && `≥ ${schema.minimum}`, schema.maximum !== undefined && `≤ ${schema.maximum}`, required && words[language].required]
  return element('div', { className: 'field' }, element('label', { htmlFor: id, textContent: name }), control, element('small', { textContent: bounds.filter(Boolean).join(' · ') }))
}

function example(name) {
  return { category: 'canteen', minutes: '10', metres: '500', z: '14', y: '6206.pbf' }[name] ?? ''
}

async function ask(path, operation, values, output) {
  const query = new URLSearchParams()
  let address = path
  for (const [name, value] of values) {
    if (path.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(value))
    else if (value !== '') query.set(name, value)
  }
  if (query.size > 0) address += `?${query}`
  try {
    const response = await fetch(address, { headers: { 'accept-language': language } })
    const body = new Uint8Array(await response.arrayBuffer())
    const kind = response.headers.get('content-type') ?? ''
    const text = /json|csv|text/.test(kind) ? readable(new TextDecoder().decode(body), kind) : ''
    output.replaceChildren(
      element('p', { className: response.ok ? '' : 'bad' }, element('a', { href: address, textContent: address }), ` → ${response.status} · ${kind} · ${body.length} ${words[language].bytes}`),
      ...(text === '' ? [] : [element('pre', { tabIndex: 0, textContent: text.slice(0, shownSigns) + (text.length > shownSigns ? `\n… (${words[language].kept})` : '') })]),
    )
  } catch (error) {
    output.replaceChildren(element('p', { className: 'bad', textContent: words[language].failed + error.message }))
  }
}

function readable(text, kind) {
  return kind.includes('json') ? JSON.stringify(JSON.parse(text), null, 2) : text
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
