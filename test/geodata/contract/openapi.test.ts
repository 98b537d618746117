import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { Exchange } from '../../../geodata/contract/exchange.ts'
import { openapiDocument, openapiPath } from '../../../geodata/contract/openapi.ts'

type Operation = {
  operationId: string; 'x-role': string; 'x-scope': string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }>
}

const document = openapiDocument('http://127.0.0.1:8787', '0.1.0') as unknown as { openapi: string; servers: { url: string }[]; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } }
const operationOf = ({ path, method }: Pick<Exchange, 'path' | 'method'>): Operation => document.paths[openapiPath(path)][method.toLowerCase()]

describe('the OpenAPI document', () => {
  test('has every exchange of the contract under its path and method, and nothing else', () => {
    const printed = Object.entries(document.paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, { operationId }]) => `${operationId} ${method} ${path}`))
    expect(printed.toSorted()).toEqual(Object.values(exchanges).map((exchange) => `${exchange.name} ${exchange.method.toLowerCase()} ${openapiPath(exchange.path)}`).toSorted())
  })

  test('says the same of itself wherever it is printed', () => {
    expect([document.openapi, document.servers[0].url]).toEqual(['3.1.0', 'http://127.0.0.1:8787'])
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  for (const exchange of Object.values<Exchange>(exchanges)) {
    test(`${exchange.name}: every parameter, the path's are required, what is sent is described, and errors have the one shape`, () => {
      const operation = operationOf(exchange)
      const named = (place: string): string[] => operation.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name)
      expect([named('path'), named('query'), named('header')]).toEqual([Object.keys(exchange.pathParameters.shape), Object.keys(exchange.query.shape), exchange.guarded ? ['If-Match'] : []])
      const inPath = [...openapiPath(exchange.path).matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      expect(operation.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => [parameter.name, parameter.required])).toEqual(inPath.map((name) => [name, true]))
      expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(exchange.body ? ['bytes' in exchange.body ? exchange.body.bytes : 'application/json'] : [])
      expect(operation.responses['default'].content['application/json'].schema.$ref).toBe('#/components/schemas/Error')
      expect(Object.keys(operation.responses['200'].content).length).toBeGreaterThan(0)
      expect([operation['x-role'], operation['x-scope']]).toEqual([exchange.role, exchange.scope])
    })
  }
})
