import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

export type GrowthOption = ComposeOption<BarSeriesOption | GridComponentOption>

/** One bar: a limit in words, the share 0..1 covered within it (null: nobody to cover), and whether it is the limit asked. */
export type GrowthBar = { label: string; share: number | null; asked: boolean; said: string }

export type ChartColours = { bar: string; asked: string; ink: string; line: string; font: string; textPixels: number }

/** Bars of coverage over the limit, each labelled with its share; the axis starts at nothing and ends at all. */
export const growthOption = (bars: readonly GrowthBar[], colours: ChartColours): GrowthOption => ({
  animation: false,
  textStyle: { fontFamily: colours.font },
  grid: { left: 0, right: 0, top: 20, bottom: 22, containLabel: false },
  xAxis: {
    type: 'category', data: bars.map((bar) => bar.label), axisTick: { show: false }, axisLine: { lineStyle: { color: colours.line, width: 1 } },
    axisLabel: { color: colours.ink, fontSize: colours.textPixels, interval: 0, margin: 6 },
  },
  yAxis: { type: 'value', min: 0, max: 1, show: false },
  series: [{
    type: 'bar', barCategoryGap: '28%', silent: true,
    data: bars.map((bar) => ({ value: bar.share ?? 0, itemStyle: { color: bar.asked ? colours.asked : colours.bar } })),
    label: { show: true, position: 'top', distance: 3, color: colours.ink, fontSize: colours.textPixels, formatter: ({ dataIndex }) => bars[dataIndex].said },
  }],
})
