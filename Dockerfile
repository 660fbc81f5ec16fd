# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /work
# The packages first: they change seldom, and this layer is kept until they do.
COPY global.json Directory.*.props .editorconfig ./
COPY src/Directory.Build.props src/BannedSymbols.txt src/
COPY src/CsirtFlow.Domain/*.csproj src/CsirtFlow.Domain/packages.lock.json src/CsirtFlow.Domain/
COPY src/CsirtFlow.Notifications/*.csproj src/CsirtFlow.Notifications/packages.lock.json src/CsirtFlow.Notifications/
COPY src/CsirtFlow.Api/*.csproj src/CsirtFlow.Api/packages.lock.json src/CsirtFlow.Api/
RUN dotnet restore src/CsirtFlow.Api --locked-mode
COPY src src
# Asks for an address of a database, but for no database.
ARG ConnectionStrings__csirtflow=Host=none
# Handlers are written out as code and compiled here, so that the image carries no compiler and the first report waits for none.
RUN dotnet build src/CsirtFlow.Api -c Release --no-restore \
 && cd src/CsirtFlow.Api \
 && ASPNETCORE_ENVIRONMENT=Development dotnet bin/Release/net10.0/CsirtFlow.Api.dll codegen write
# This restores once more: without the compiler, the set of files is another.
RUN dotnet publish src/CsirtFlow.Api -c Release -p:RestoreLockedMode=true -p:StaticCodegen=true -p:UseAppHost=false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
ENV ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_HTTP_PORTS=8080
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "CsirtFlow.Api.dll"]
