import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import { openapiDocument, openapiPath } from '../../../geodata/contract/openapi.ts'

const document = openapiDocument('http://127.0.0.1:8787', '0.1.0') as unknown as {
  openapi: string; servers: { url: string }[]
  paths: Record<string, { get: { operationId: string; 'x-role': string; parameters: { name: string; in: string; required: boolean; schema: object }[]; responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }> } }>
  components: { schemas: Record<string, object> }
}

describe('the OpenAPI document', () => {
  test('has every exchange of the contract under its path and nothing else', () => {
    expect(Object.entries(document.paths).map(([path, { get }]) => [get.operationId, path])).toEqual(Object.values(exchanges).map((exchange) => [exchange.name, openapiPath(exchange.path)]))
  })

  test('says the same of itself wherever it is printed', () => {
    expect([document.openapi, document.servers[0].url]).toEqual(['3.1.0', 'http://127.0.0.1:8787'])
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  for (const exchange of Object.values(exchanges)) {
    test(`${exchange.name}: every parameter, the path's are required, and errors have the one shape`, () => {
      const { get } = document.paths[openapiPath(exchange.path)]
      const names = get.parameters.map((parameter) => parameter.name)
      expect(names).toEqual([...Object.keys(exchange.pathParameters.shape), ...Object.keys(exchange.query.shape)])
      const inPath = [...openapiPath(exchange.path).matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      expect(get.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => [parameter.name, parameter.required])).toEqual(inPath.map((name) => [name, true]))
      expect(get.responses['default'].content['application/json'].schema.$ref).toBe('#/components/schemas/Error')
      expect(Object.keys(get.responses['200'].content).length).toBeGreaterThan(0)
      expect(get['x-role']).toBe(exchange.role)
    })
  }
})
