# Installs the tarball that `npm pack -w fake-jira` puts beside this file: see docs/installing.md.
FROM node:20-slim
WORKDIR /opt/fake-jira
COPY fake-jira-*.tgz ./
RUN npm install --omit=dev --no-audit --no-fund ./fake-jira-*.tgz && rm fake-jira-*.tgz && npm cache clean --force
# For FAKE_JIRA_STATE=/state: a volume that is mounted there takes over whose it is.
RUN mkdir /state && chown node:node /state
USER node
WORKDIR /home/node
# Every option is a variable: FAKE_JIRA_WORLD, FAKE_JIRA_ALLOWED_HOST (the name of the container for others), …
# Off loopback the control API needs a token: mount a file with it there.
ENV PATH=/opt/fake-jira/node_modules/.bin:$PATH
ENV FAKE_JIRA_HOST=0.0.0.0 FAKE_JIRA_PORT=2990 FAKE_JIRA_CONTROL_TOKEN_FILE=/run/secrets/control-token
EXPOSE 2990
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --start-interval=1s \
  CMD ["node", "-e", "const { FAKE_JIRA_PORT: port, FAKE_JIRA_CONTROL_TOKEN_FILE: file } = process.env; const token = require('fs').readFileSync(file, 'utf8').trim().split('\\n')[0].trim(); fetch(`http://127.0.0.1:${port}/_fake/health`, { headers: { authorization: `Bearer ${token}` } }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/opt/fake-jira/node_modules/.bin/fake-jira"]
CMD ["start"]
