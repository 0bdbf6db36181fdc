# What runs on a server: `docker build .` or `podman build .` (both look for this name without being told).
# The base is pinned by its tag, so that its security fixes come with every new build; where a build has to be the
# same byte by byte, put the digest that you have checked behind it (python:3.11-slim-bookworm@sha256:…).
# 3.11 is the version that every test of the product runs on.

FROM python:3.11-slim-bookworm AS libraries
COPY requirements.txt /
# Ready-made wheels only: nothing is compiled, so there is no compiler here either. What tests the libraries stays out:
# a tenth of the image, which nothing here imports.
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --only-binary=:all: -r /requirements.txt \
    && /opt/venv/bin/pip uninstall -y -q pip setuptools \
    && find /opt/venv -type d -name tests -prune -exec rm -r {} +

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="LSN 2030 strategy monitor"
ENV PATH=/opt/venv/bin:$PATH \
    HOME=/tmp \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_PORT=8501 \
    LSN_DB=/data/lsn.duckdb \
    LSN_BACKUPS=/backups \
    LSN_LOG_FORMAT=json
# A user of a fixed number without a name, a shell or a home: the two folders are all that it may write to.
RUN install -d -o 10001 -g 10001 -m 0700 /data /backups
COPY --from=libraries /opt/venv /opt/venv
WORKDIR /srv/monitor
COPY . .
RUN python -m compileall -q lsn_data pages app.py
USER 10001:10001
VOLUME ["/data", "/backups"]
EXPOSE 8501
# 0.0.0.0 is this container's network alone: compose.yaml lets nobody but the proxy into it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-m", "lsn_data.watched"]
STOPSIGNAL SIGTERM
CMD ["streamlit", "run", "app.py"]
