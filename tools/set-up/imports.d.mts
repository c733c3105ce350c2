export function testsThatImport(wanted: string): string[];
