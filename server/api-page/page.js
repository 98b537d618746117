/** Draws the page from /api/openapi.json: every exchange, its parameters, what is sent, and a way to try it as whoever is logged in. No library, nothing from elsewhere. */
const words = {
  zh: { title: '邻里一张图 · 接口', other: 'English', role: '角色', required: '必填', send: '试一试', act: '发送（会改变数据）', body: '正文', bytes: '字节', failed: '没有回答：', kept: '只显示开头', none: '没有参数' },
  en: { title: 'Linli · API', other: '中文', role: 'role', required: 'required', send: 'Try it', act: 'Send (changes what is stored)', body: 'body', bytes: 'bytes', failed: 'No answer: ', kept: 'beginning only', none: 'No parameters' },
}
/** An answer longer than this is cut on the page. */
const shownSigns = 20_000
/** Name of the form's entry that holds what is sent; no parameter is called so. */
const bodyEntry = ' body'

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
  place.replaceChildren(...Object.entries(description.paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => exchange(path, method.toUpperCase(), operation))))
}

function exchange(path, method, operation) {
  const head = element('summary', {}, element('code', { textContent: `${method} ${path}` }), element('span', { textContent: operation[`x-summary-${language}`] }),
    element('span', { className: 'role', textContent: `${words[language].role} ${operation['x-role']}` }))
  const fields = [...operation.parameters.map((parameter) => field(operation.operationId, parameter)), ...(operation.requestBody ? [bodyField(operation)] : [])]
  const form = element('form', {}, ...fields)
  if (fields.length === 0) form.append(element('p', { textContent: words[language].none }))
  const output = element('div', { role: 'status' })
  form.append(element('button', { type: 'submit', textContent: words[language][method === 'GET' ? 'send' : 'act'] }), output)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask(path, method, operation, new FormData(form), output)
  })
  return element('details', { id: operation.operationId }, head, form)
}

function bodyField(operation) {
  const id = `${operation.operationId}-body`
  const [[kind, { schema }]] = Object.entries(operation.requestBody.content)
  const control = kind === 'application/json' ? element('textarea', { id, name: bodyEntry, required: true, rows: 6, spellcheck: false, value: JSON.stringify(sample(schema), null, 2) }) : element('input', { id, name: bodyEntry, type: 'file', required: true })
  return element('div', { className: 'field' }, element('label', { htmlFor: id, textContent: words[language].body }), control, element('small', { textContent: `${kind} · ${words[language].required}` }))
}

/** The least that the schema asks for, to be written over. */
function sample({ type, properties = {}, required = [], enum: choices, const: only, anyOf }) {
  if (only !== undefined) return only
  if (choices) return choices[0]
  if (anyOf) return sample(anyOf[0])
  if (type === 'object') return Object.fromEntries(required.map((name) => [name, sample(properties[name])]))
  return { string: '', number: 0, integer: 0, boolean: false, array: [] }[type] ?? null
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

async function ask(path, method, operation, values, output) {
  const query = new URLSearchParams()
  const headers = { 'accept-language': language }, request = { method, headers }
  let address = path
  for (const [name, value] of values) {
    if (name === bodyEntry) {
      headers['content-type'] = Object.keys(operation.requestBody.content)[0]
      request.body = value
    } else if (path.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(value))
    else if (value === '') continue
    else if (operation.parameters.some((one) => one.name === name && one.in === 'header')) headers[name] = value
    else query.set(name, value)
  }
  if (query.size > 0) address += `?${query}`
  try {
    const response = await fetch(address, request)
    const kind = response.headers.get('content-type') ?? ''
    const bytes = await contentOf(response, kind)
    const text = /json|csv|text/.test(kind) ? readable(new TextDecoder().decode(bytes), kind) : ''
    const said = method === 'GET' ? element('a', { href: address, textContent: address }) : `${method} ${address}`
    output.replaceChildren(
      element('p', { className: response.ok ? '' : 'bad' }, said, ` → ${response.status} · ${kind} · ${bytes.length} ${words[language].bytes}`),
      ...(text === '' ? [] : [element('pre', { tabIndex: 0, textContent: text.slice(0, shownSigns) + (text.length > shownSigns ? `\n… (${words[language].kept})` : '') })]),
    )
  } catch (error) {
    output.replaceChildren(element('p', { className: 'bad', textContent: words[language].failed + error.message }))
  }
}

/** All of an answer; of a stream, which does not end, what comes first. */
async function contentOf(response, kind) {
  if (!kind.startsWith('text/event-stream')) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return value ?? new Uint8Array()
}

function readable(text, kind) {
  return kind.includes('json') ? JSON.stringify(JSON.parse(text), null, 2) : text
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
