// Takes the Open Peeps parts that cast.yaml names out of npm @dicebear/open-peeps 9.4.3 into peeps.json; run once:
//   node tools/drawing/extract.mjs FOLDER-WITH-NODE_MODULES
// Open Peeps is by Pablo Stanley, CC0 1.0. Each part becomes layers of a fill (skin, hair, clothes or ink) and an outline.
import fs from 'fs'
import path from 'path'
import { fileURLToPath, pathToFileURL } from 'url'

const here = path.dirname(fileURLToPath(import.meta.url))
const library = path.resolve(process.argv[2] ?? '.', 'node_modules/@dicebear/open-peeps/lib')
const cast = fs.readFileSync(path.join(here, 'cast.yaml'), 'utf8').replace(/^#.*$/gm, '')
const named = (name) => new RegExp(`[ +]${name}\\b(?!:)`).test(cast)
const fills = { skin: 'skin', clothing: 'clothes', headContrast: 'hair' }

function layers(svg) {
  return [...svg.matchAll(/<path[^>]*>/g)].map(([tag]) => {
    const fill = tag.match(/ fill="([^"]*)"/)?.[1] ?? 'ink'
    return [fill.replace(/^#(000|231F20)$/i, 'ink'), tag.match(/ d="([^"]*)"/)[1]]
  })
}

const found = { source: 'Open Peeps by Pablo Stanley, CC0 1.0, from npm @dicebear/open-peeps 9.4.3' }
const index = fs.readFileSync(path.join(library, 'index.js'), 'utf8')
found.bust = layers(index.match(/body: `([\s\S]*?)<\/g>/)[1]).map(([, outline]) => outline)
for (const kind of ['head', 'face', 'facialHair', 'accessories']) {
  const drawings = (await import(pathToFileURL(path.join(library, 'components', `${kind}.js`)).href))[kind]
  const kept = Object.entries(drawings).filter(([name]) => named(name))
  found[kind] = Object.fromEntries(kept.map(([name, draw]) => [name, layers(draw({}, fills))]))
}
fs.writeFileSync(path.join(here, 'peeps.json'), JSON.stringify(found, null, 1) + '\n')
