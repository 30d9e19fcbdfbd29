# Installs the tarball that `npm pack -w fake-jira` puts beside this file: see docs/installing.md.
FROM node:20-slim
WORKDIR /opt/fake-jira
COPY fake-jira-*.tgz ./
RUN npm install --omit=dev --no-audit --no-fund ./fake-jira-*.tgz && rm fake-jira-*.tgz && npm cache clean --force
USER node
WORKDIR /home/node
EXPOSE 2990
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:2990/_fake/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/opt/fake-jira/node_modules/.bin/fake-jira"]
# Off loopback the control API needs a token: mount a file with it there.
CMD ["start", "--host", "0.0.0.0", "--control-token-file", "/run/secrets/control-token"]
