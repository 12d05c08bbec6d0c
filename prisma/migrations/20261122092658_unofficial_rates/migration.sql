-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "unofficialRates" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "unofficialRates" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "unofficialRates" JSONB NOT NULL DEFAULT '[]';
