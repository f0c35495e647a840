# Builds and runs the bot on Discord:
#   docker build -t verbatim .
#   docker run -d --name verbatim --env-file .env -v verbatim:/data --restart unless-stopped verbatim

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data HEALTH_PORT=9464
RUN install -d -o node -g node -m 700 /data
WORKDIR /app
COPY package.json LICENSE ./
COPY data ./data
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
VOLUME /data
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js", "--discord"]
