import 'server-only'
import type { StorageAdapter } from '@flystorage/file-storage'
import type { BucketConfig } from '../config'

/** A bucket that speaks S3. The SDK is large: only an installation that has a bucket loads it. */
export async function openBucket(bucket: BucketConfig): Promise<StorageAdapter> {
  const [{ S3Client }, { AwsS3StorageAdapter }] = await Promise.all([import('@aws-sdk/client-s3'), import('@flystorage/aws-s3')])
  const client = new S3Client({
    endpoint: bucket.endpoint,
    region: bucket.region,
    credentials: { accessKeyId: bucket.accessKeyId, secretAccessKey: bucket.secretAccessKey },
    forcePathStyle: true,
    // The SDK's newer checksums are unknown to several stores that otherwise speak S3.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A store that does not answer must not hold on to those who wait.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  })
  return new AwsS3StorageAdapter(client, { bucket: bucket.name })
}
