import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onPath } from '../files.ts';
import { freePort } from '../ports.ts';
import { withProgress } from '../progress.ts';
import { run } from '../run.ts';

export const VERSION = '1.38.0';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>huitaine</groupId><artifactId>test-server</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version>
  </dependency><dependency>
    <groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version>
  </dependency></dependencies>
</project>
`;

/** Quick to start matters more than quick to run; and it must be \`exec\`, since the SDK ends only the process it began. */
const WRAPPER = `#!/bin/sh
here=$(dirname "$0")
archive="$here/classes.jsa"
[ -f "$archive" ] && set -- -XX:SharedArchiveFile="$archive" -Xlog:disable -cp "$here/lib/*" io.temporal.testserver.TestServer "$@" \\
  || set -- -cp "$here/lib/*" io.temporal.testserver.TestServer "$@"
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$@"
`;

/** The same server from Maven Central, run by Java; false without Java and Maven, or where they fail. */
export const assembleFromMaven = async (target: string, environment: NodeJS.ProcessEnv): Promise<boolean> => {
  const [java, maven] = [await onPath('java', environment['PATH']), await onPath('mvn', environment['PATH'])];
  if (!java || !maven) return false;
  const folder = path.dirname(target);
  await mkdir(path.dirname(folder), { recursive: true });
  const part = await mkdtemp(`${folder}.part-`);
  try {
    await writeFile(path.join(part, 'pom.xml'), POM);
    await writeFile(path.join(part, 'temporal-test-server'), WRAPPER);
    await chmod(path.join(part, 'temporal-test-server'), 0o755);
    const { code, output } = await withProgress('Fetching the test server with Maven', () =>
      run(maven, ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${path.join(part, 'lib')}`], {
        cwd: part,
      }),
    );
    if (code !== 0) console.error(`Maven failed: ${output.trim().split('\n').at(-1)}`);
    if (code !== 0) return false;
    await rename(part, folder);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  await archiveClasses(java, folder);
  return true;
};

/** Saves half a second at each start; without it the server works just as well. Paths count, so it is made in place. */
const archiveClasses = async (java: string, folder: string): Promise<void> => {
  const part = path.join(folder, `classes.${process.pid}.jsa`);
  const flags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-XX:ArchiveClassesAtExit=${part}`];
  const main = ['-cp', `${folder}/lib/*`, 'io.temporal.testserver.TestServer', String(await freePort())];
  await withProgress('Preparing the test server', () => run(java, [...flags, ...main], { timeout: 4000 }));
  await rename(part, path.join(folder, 'classes.jsa')).catch(() => undefined);
};
