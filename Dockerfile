# Banwatch in a container, built from this clone. The launcher builds on first use: here.
FROM maven:3.9.9-eclipse-temurin-17
WORKDIR /opt/banwatch
COPY . .
RUN ./banwatch --version \
 && useradd --system --create-home banwatch \
 && mkdir -p /var/lib/banwatch /var/lib/banwatch-log \
 && chown banwatch: /var/lib/banwatch /var/lib/banwatch-log
USER banwatch
ENTRYPOINT ["/opt/banwatch/banwatch"]
