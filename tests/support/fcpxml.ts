import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DtdValidator, RelaxNGValidator, XmlDocument, XmlDtd } from 'libxml2-wasm';

/** Apple's own definition, which may not be copied: from the variable, or from Final Cut where that is installed. */
const appleDtd = [
  process.env['FCPXML_DTD'] ?? '',
  '/Applications/Final Cut Pro.app/Contents/Frameworks/Interchange.framework/Versions/A/Resources/FCPXMLv1_10.dtd',
].find((path) => path !== '' && existsSync(path));

/** Gives what is wrong with a document: by our rules, by Apple's where they are at hand, and references that lead nowhere. */
export async function fcpxmlRules(): Promise<(xml: string) => readonly string[]> {
  const text = await readFile(join(import.meta.dirname, 'fcpxml-1.10.rng'), 'utf8');
  const rules = RelaxNGValidator.fromDoc(XmlDocument.fromString(text));
  const apple = appleDtd === undefined ? null : new DtdValidator(XmlDtd.fromString(await readFile(appleDtd, 'utf8')));
  return (xml) => {
    const complaints: string[] = [];
    let document: XmlDocument | null = null;
    try {
      document = XmlDocument.fromString(xml);
      rules.validate(document);
      apple?.validate(document);
      complaints.push(...danglingReferences(document));
    } catch (error) {
      complaints.push(String(error));
    } finally {
      document?.dispose();
    }
    return complaints;
  };
}

function danglingReferences(document: XmlDocument): readonly string[] {
  const values = (path: string): readonly string[] => document.find(path).map((node) => node.content);
  const ids = values('//@id');
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `The id ${id} is there twice`);
  const known = new Set(ids);
  const nowhere = values('//@ref | //asset/@format | //sequence/@format').filter((reference) => !known.has(reference));
  return [...twice, ...nowhere.map((reference) => `Nothing has the id ${reference}`)];
}
