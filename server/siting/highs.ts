import loadHighs from 'highs'
import type { ExactAnswer, ExactSolver } from '../../geodata/kernel/siting/exact.ts'

/**
 * HiGHS in WASM as the kernel's exact solver. Each solve has a model of its own, let go at its end. An instance that threw may be broken for good (a WASM trap leaves its memory
 * as it was): from then on every solve answers timeLimit with nothing proven. `remainingMs`: what is left of the whole work's time.
 */
export async function highsSolver(remainingMs: () => number = () => Infinity, isCancelled: () => boolean = () => false): Promise<ExactSolver> {
  const highs = await loadHighs({ print: () => undefined, printErr: () => undefined })
  const { modelStatus, callbackType } = highs.constants
  let broken = false
  return (problem, limitMs) => {
    const maximizes = /^\s*max/i.test(problem)
    const nothing: ExactAnswer = { status: 'timeLimit', value: NaN, bound: maximizes ? Infinity : -Infinity, columns: new Map() }
    const seconds = Math.min(limitMs, remainingMs()) / 1000
    if (broken || !(seconds > 0.05)) return nothing
    const model = highs.createModel({ format: 'lp', data: problem })
    try {
      model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0 })
      model.run({ [callbackType.mipInterrupt]: (event: { interrupt(): void }) => { if (isCancelled()) event.interrupt() } })
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return { ...nothing, status: 'infeasible' }
      if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return { ...nothing, status: 'unbounded' }
      const optimal = status === modelStatus.optimal
      const dual = Number(model.info.get('mip_dual_bound'))
      const values = model.getSolution().colValue
      const columns = new Map<string, number>()
      const feasible = Number(model.info.get('primal_solution_status')) === 2
      if (feasible) for (let column = 0; column < values.length; column++) if (values[column] !== 0) columns.set(model.getColName(column), values[column])
      return { status: optimal ? 'optimal' : 'timeLimit', value: feasible ? model.getObjectiveValue() : NaN, bound: Number.isFinite(dual) ? dual : nothing.bound, columns }
    } catch {
      broken = true
      return nothing
    } finally {
      try {
        model.dispose()
      } catch {
        broken = true
      }
    }
  }
}
