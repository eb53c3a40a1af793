# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What decides the restore comes first, so that a change of code alone does not restore again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Directory.Build.props src/
COPY src/SyncWorker.Core/SyncWorker.Core.csproj src/SyncWorker.Core/packages.lock.json src/SyncWorker.Core/
COPY src/SyncWorker.Emulators/SyncWorker.Emulators.csproj src/SyncWorker.Emulators/packages.lock.json src/SyncWorker.Emulators/
COPY src/SyncWorker/SyncWorker.csproj src/SyncWorker/packages.lock.json src/SyncWorker/
RUN dotnet restore src/SyncWorker --locked-mode
COPY src src
COPY config config
RUN dotnet publish src/SyncWorker --no-restore --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /state && chown "$APP_UID" /state
# Mount your own configuration at /app/config and a volume at /state. Secrets come from the environment or mounted files; the image holds none.
# A mounted configuration may send no change events (a Kubernetes ConfigMap swaps a link), so the worker looks at it every few seconds.
VOLUME /state
ENV SYNCWORKER_State__Path=/state/syncworker.db \
    SYNCWORKER_Operations__Address=0.0.0.0 \
    SYNCWORKER_Operations__Port=8081 \
    DOTNET_RUNNING_IN_CONTAINER=true \
    DOTNET_USE_POLLING_FILE_WATCHER=true \
    DOTNET_EnableDiagnostics=0
EXPOSE 8081
USER $APP_UID
# The base image has bash and no curl; an orchestrator asks the same port, and /health/ready as well.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
    CMD ["bash", "-c", "exec 3<>\"/dev/tcp/127.0.0.1/$SYNCWORKER_Operations__Port\" && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "SyncWorker.dll"]
