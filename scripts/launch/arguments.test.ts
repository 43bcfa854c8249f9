import { describe, expect, test } from "vitest";
import { readArguments } from "./arguments.mjs";

const env = (variables: Record<string, string>) => ({ NODE_ENV: "test" as const, ...variables });
const read = (args: string[], variables: Record<string, string> = {}) =>
  readArguments(args, env(variables), "/home/reader");

test("without options: port 3000, every interface, ./data, production", () => {
  expect(read([])).toEqual({
    port: 3000,
    host: undefined,
    data: "/home/reader/data",
    isDev: false,
    recover: undefined,
    wantsHelp: false,
  });
});

test("options come before variables", () => {
  const variables = { PORT: "8080", BUBBLESCOPE_DATA: "/var/lib/bubblescope" };
  expect(read([], variables)).toMatchObject({ port: 8080, data: "/var/lib/bubblescope" });
  expect(read(["--port", "8081", "--data=elsewhere"], variables)).toMatchObject({
    port: 8081,
    data: "/home/reader/elsewhere",
  });
});

test("whoever needs a recovery link is named by an option", () => {
  expect(read(["--recover", "ada@example.org"])).toMatchObject({ recover: "ada@example.org" });
});

test("an empty variable counts as absent", () => {
  expect(read([], { PORT: "", BUBBLESCOPE_DATA: "" })).toMatchObject({
    port: 3000,
    data: "/home/reader/data",
  });
});

describe("what cannot be meant is refused, with the remedy", () => {
  test.each([
    [["--prot", "1"], {}, "Unknown option --prot: npm start -- --help lists the options."],
    [["--port"], {}, "Option --port needs a value: npm start -- --help shows how."],
    [["--recover"], {}, "Option --recover needs a value: npm start -- --help shows how."],
    [["--data", "--dev"], {}, "Option --data needs a value: npm start -- --help shows how."],
    [["--dev=yes"], {}, "Option --dev takes no value, but was given yes: leave it out."],
    [["3001"], {}, "Unexpected argument 3001: options go after two dashes, as in npm start -- --port 3001."],
    [
      [],
      { npm_config_port: "3001" },
      "npm kept --port for itself: options go after two dashes, as in npm start -- --port 3001.",
    ],
    [
      [],
      { npm_config_recover: "ada@example.org" },
      "npm kept --recover for itself: options go after two dashes, as in npm start -- --port 3001.",
    ],
    [["--port", "abc"], {}, "--port is abc, which is no port: give a whole number from 1 to 65535."],
    [["--port", "0"], {}, "--port is 0, which is no port: give a whole number from 1 to 65535."],
    [["--port", "65536"], {}, "--port is 65536, which is no port: give a whole number from 1 to 65535."],
    [["--port", "3e3"], {}, "--port is 3e3, which is no port: give a whole number from 1 to 65535."],
    [[], { PORT: "http" }, "PORT is http, which is no port: give a whole number from 1 to 65535."],
  ])("%j with %j", (args, variables, sentence) => {
    expect(() => read(args, variables)).toThrow(new Error(sentence));
  });
});
