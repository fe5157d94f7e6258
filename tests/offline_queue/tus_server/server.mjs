// A tus server that is not ours, naming uploads by their SHA-256 as our contract does: `node server.mjs DIRECTORY`.
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

const tus = new Server({
  path: "/v1/uploads",
  datastore: new FileStore({ directory: process.argv[2] }),
  namingFunction: (_, metadata) => metadata.sha256,
});
const server = tus.listen({ host: "127.0.0.1", port: 0 }, () => console.log(server.address().port));
