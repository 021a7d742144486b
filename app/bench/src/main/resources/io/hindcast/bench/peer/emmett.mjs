// Loads the aggregate by Emmett's own aggregateStream. First line in: "schema" makes the tables.
import { createInterface } from 'node:readline';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { account, answer } from './account.mjs';

const store = getPostgreSQLEventStore(process.argv[2]);

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'schema') {
    await store.schema.migrate();
    console.log('made');
  } else {
    const { state } = await store.aggregateStream(line, { evolve: account.evolve, initialState: account.initialState });
    console.log(answer(state));
  }
}
await store.close();
