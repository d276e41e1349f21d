// Evaluate publicodes rules for many situations: JSON lines in, JSON lines out, one Engine for all.
//
//   node pairs.mjs <folder with node_modules> [<rules.json>]
//
// In:  {"id": 1, "situation": {"<rule>": "<expression>"}, "cibles": ["<rule>"]}
// Out: {"id": 1, "valeurs": {"<rule>": 123.4}} (null: not applicable) or {"id": 1, "erreur": "…"}
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const [dossier, fichier] = process.argv.slice(2)
const paquets = createRequire(path.resolve(dossier, 'package.json'))

// Old packages are CommonJS, recent ones are modules: the default export may be wrapped once more.
async function importer(chemin) {
	const module = await import(pathToFileURL(chemin).href)
	return module.default?.default ?? module.default
}

async function lireRegles() {
	if (fichier) return JSON.parse(readFileSync(fichier, 'utf8'))
	return importer(path.resolve(dossier, 'node_modules/modele-social/dist/index.js'))
}

// Standard output carries the answers and nothing else.
for (const canal of ['log', 'info', 'warn', 'debug']) console[canal] = () => {}

const Engine = await importer(paquets.resolve('publicodes'))
const silence = { log() {}, warn() {}, error: (message) => console.error(message) }
const moteur = new Engine(await lireRegles(), { logger: silence })
const connues = moteur.getParsedRules()

function evaluer({ situation, cibles }) {
	// Older engines take an unknown name without a word: a comparison on half a situation would be worthless.
	const inconnues = [...Object.keys(situation), ...cibles].filter((nom) => !(nom in connues))
	if (inconnues.length) throw new Error(`règles inconnues de ce modèle : ${inconnues.join(', ')}`)
	moteur.setSituation(situation)
	return Object.fromEntries(cibles.map((cible) => [cible, montant(cible)]))
}

function montant(cible) {
	const { nodeValue, unit } = moteur.evaluate(cible)
	if (nodeValue === null || nodeValue === undefined || nodeValue === false) return null
	const unite = [...(unit?.numerators ?? []), '/', ...(unit?.denominators ?? [])].join('')
	if (nodeValue !== 0 && unite !== '€/an') throw new Error(`${cible} : unité inattendue « ${unite} »`)
	return nodeValue
}

for await (const ligne of createInterface({ input: process.stdin })) {
	const demande = JSON.parse(ligne)
	let reponse
	try {
		reponse = { id: demande.id, valeurs: evaluer(demande) }
	} catch (erreur) {
		reponse = { id: demande.id, erreur: String(erreur.message ?? erreur) }
	}
	process.stdout.write(JSON.stringify(reponse) + '\n')
}
