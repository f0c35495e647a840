import { expect, test } from 'vitest';
import { told } from './told.ts';

const article = `El puente de la ría de Villarrubia se cerrará al tráfico el lunes para que los técnicos puedan cambiar los cables que se rompieron con el temporal de la semana pasada.

«El puente no se cae, pero no queremos esperar a que se caiga», afirmó Nuria Salvatierra, la alcaldesa de Villarrubia. «Prefiero las quejas», añadió.

Salvatierra explicó que los autobuses darán la vuelta por la carretera de la costa. Los vecinos, según la alcaldesa, no pagarán el peaje.

El ingeniero Julián Orozco Peña advirtió de que el cierre durará seis semanas. “Los cables se hacen a medida”, dijo Orozco Peña.
`;

test('Spanish prose is read too: its marks, its verbs, its inversions, and subjects left out', () => {
  expect(told(article)).toEqual([
    'direct | Nuria Salvatierra | El puente no se cae, pero no queremos esperar a que se caiga',
    'direct | Nuria Salvatierra | Prefiero las quejas',
    'indirect | Nuria Salvatierra | los autobuses darán la vuelta por la carretera de la costa',
    'indirect | Nuria Salvatierra | Los vecinos … no pagarán el peaje',
    'indirect | Julián Orozco Peña | el cierre durará seis semanas',
    'direct | Julián Orozco Peña | Los cables se hacen a medida',
  ]);
});
