import gcoord from 'gcoord'
import type { Position } from '../../../geodata/model/geometry.ts'

/** Addresses that show a place in a map application, or its web page where the application is not there: https only, since browsers inside other applications open nothing else. */
export type Navigation = { amap: string; baidu: string; tencent: string }

/**
 * Each in the datum of its maps: GCJ-02 for 高德 and 腾讯, BD-09 for 百度. The way there is asked without a start: that is for the application to know.
 * 高德 URI API (uri.amap.com/navigation, to=lng,lat,name), 百度 URI API (api.map.baidu.com/marker, location=lat,lng), 腾讯 URI API (apis.map.qq.com/uri/v1/routeplan, tocoord=lat,lng).
 */
export function navigationTo([lon, lat]: Position, name: string): Navigation {
  const [gcjLon, gcjLat] = shifted(lon, lat, gcoord.GCJ02), [bdLon, bdLat] = shifted(lon, lat, gcoord.BD09)
  // Signs that these addresses divide by.
  const plain = encodeURIComponent(name.replaceAll(/[,，|;；:：]/g, ' '))
  return {
    amap: `https://uri.amap.com/navigation?to=${gcjLon},${gcjLat},${plain}&mode=walk&src=linli&coordinate=gaode&callnative=0`,
    baidu: `https://api.map.baidu.com/marker?location=${bdLat},${bdLon}&title=${plain}&content=${plain}&output=html&coord_type=bd09ll&src=linli`,
    tencent: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${plain}&tocoord=${gcjLat},${gcjLon}&referer=linli`,
  }
}

/** CGCS2000 and WGS-84 are one within centimetres. Six decimals, as the services take them. */
function shifted(lon: number, lat: number, datum: typeof gcoord.GCJ02 | typeof gcoord.BD09): [string, string] {
  const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, datum)
  return [x.toFixed(6), y.toFixed(6)]
}
