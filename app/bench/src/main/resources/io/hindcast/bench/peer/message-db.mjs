// Loads the aggregate by message-db's own get_stream_messages, a thousand messages at a time.
import { createInterface } from 'node:readline';
import pg from 'pg';
import { account, answer } from './account.mjs';

const PAGE = 1000;
const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
await client.query('SET search_path = message_store, public');

for await (const line of createInterface({ input: process.stdin })) {
  let state = account.initialState();
  let position = 0;
  for (;;) {
    const { rows } = await client.query('SELECT * FROM get_stream_messages($1, $2, $3)', [line, position, PAGE]);
    for (const row of rows) {
      state = account.evolve(state, { type: row.type, data: JSON.parse(row.data) });
    }
    if (rows.length < PAGE) break;
    position = Number(rows[rows.length - 1].position) + 1;
  }
  console.log(answer(state));
}
await client.end();
