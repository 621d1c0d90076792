/** Reads the words and the comparisons written in source files, by TypeScript's own parser. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export interface Literal {
  text: string
  /** `file:line`, as editors open it. */
  at: string
}

export interface Source {
  file: string
  text: string
}

const TEST = /\.(test|property)\.tsx?$/

/** Every source below `folder`, tests left out. */
export function sourcesUnder(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !TEST.test(name))
    .map((name) => path.join(folder, name))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}

function visitEach({ file, text }: Source, visit: (node: ts.Node, at: string) => void): void {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const walk = (node: ts.Node): void => {
    visit(node, `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    ts.forEachChild(node, walk)
  }
  walk(source)
}

/** What is written as a whole string or as the text of an element. */
export function literalsIn(source: Source): Literal[] {
  const found: Literal[] = []
  visitEach(source, (node, at) => {
    if (ts.isStringLiteralLike(node)) found.push({ text: node.text, at })
    else if (ts.isJsxText(node) && !node.containsOnlyTriviaWhiteSpaces)
      found.push({ text: node.text.trim(), at })
  })
  return found
}

/** The words that core gives names with: not the line of an endpoint for its API page, nor what stands in for a missing name. */
export function namesIn(source: Source): Literal[] {
  const found: Literal[] = []
  visitEach(source, (node, at) => {
    if (ts.isStringLiteralLike(node) && !isSummary(node) && !isFallback(node))
      found.push({ text: node.text, at })
  })
  return found
}

function isSummary({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'summary'
}

function isFallback(node: ts.Node): boolean {
  const { parent } = node
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    parent.right === node
  )
}

/** Strings that a file compares with something: `x === 'a'`, `x !== 'a'`, `case 'a'`. */
export function comparedIn(source: Source): Literal[] {
  const found: Literal[] = []
  visitEach(source, (node, at) => {
    if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) {
      for (const side of [node.left, node.right]) {
        if (ts.isStringLiteralLike(side)) found.push({ text: side.text, at })
      }
    }
    if (ts.isCaseClause(node) && ts.isStringLiteralLike(node.expression))
      found.push({ text: node.expression.text, at })
  })
  return found
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.EqualsEqualsToken,
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ].includes(kind)
}

/** The states that a workflow table leads from and to: the strings under its `from` and `to`. */
export function statesIn(source: Source): string[] {
  const states = new Set<string>()
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) states.add(node.text)
    ts.forEachChild(node, collect)
  }
  visitEach(source, (node) => {
    if (ts.isPropertyAssignment(node) && ['from', 'to'].includes(node.name.getText()))
      collect(node.initializer)
  })
  return [...states]
}

/** The strings of `export const NAME = [...] as const`. */
export function constArrayIn(source: Source, name: string): string[] {
  const found: string[] = []
  visitEach(source, (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== name || !node.initializer) return
    const value = ts.isAsExpression(node.initializer) ? node.initializer.expression : node.initializer
    if (ts.isArrayLiteralExpression(value)) {
      found.push(...value.elements.filter(ts.isStringLiteralLike).map((element) => element.text))
    }
  })
  return found
}
