# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What restores comes first, so that a change of code alone does not restore again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/SyncWorker.Core/*.csproj src/SyncWorker.Core/packages.lock.json src/SyncWorker.Core/
COPY src/SyncWorker.Emulators/*.csproj src/SyncWorker.Emulators/packages.lock.json src/SyncWorker.Emulators/
COPY src/SyncWorker/*.csproj src/SyncWorker/packages.lock.json src/SyncWorker/
RUN dotnet restore src/SyncWorker --locked-mode
COPY src src
COPY config config
RUN dotnet publish src/SyncWorker --no-restore -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Mount your own configuration at /app/config and a volume at /state. Secrets come from the environment or mounted files.
RUN mkdir /state && chown "$APP_UID" /state
VOLUME /state
ENV SYNCWORKER_State__Path=/state/syncworker.db \
    SYNCWORKER_Operations__Address=0.0.0.0 \
    DOTNET_RUNNING_IN_CONTAINER=true \
    DOTNET_EnableDiagnostics=0
EXPOSE 8081
USER $APP_UID
# The orchestrator asks /health/live and /health/ready on port 8081; the image has no program to ask with.
ENTRYPOINT ["dotnet", "SyncWorker.dll"]
