-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "mime" BYTEA;

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "waivesUntil" TEXT;

-- CreateTable
CREATE TABLE "Rate" (
    "id" BIGSERIAL NOT NULL,
    "series" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "ratePct" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateVersion" (
    "creditorId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT,
    "by" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TemplateVersion_pkey" PRIMARY KEY ("creditorId","name","version")
);

-- CreateTable
CREATE TABLE "Letterhead" (
    "creditorId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "bytes" BYTEA,
    "filename" TEXT,
    "sha256" TEXT,
    "by" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Letterhead_pkey" PRIMARY KEY ("creditorId","version")
);

-- CreateIndex
CREATE INDEX "Rate_series_from_idx" ON "Rate"("series", "from");
