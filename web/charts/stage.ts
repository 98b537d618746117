import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { GrowthOption } from './growth.ts'

use([BarChart, GridComponent, SVGRenderer])

export type Stage = { show: (option: GrowthOption) => void; resize: () => void; close: () => void }

/** The one file that touches the chart library: a chart inside an element that has a size. */
export const openStage = (element: HTMLElement): Stage => {
  const chart = init(element, null, { renderer: 'svg' })
  return { show: (option) => chart.setOption(option, { notMerge: true }), resize: () => chart.resize(), close: () => chart.dispose() }
}
