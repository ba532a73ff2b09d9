'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { unfollow } from '@/lib/following/commands'
import { unfollowInput } from '@/lib/following/input'
import { markSeen, saveSettings } from '@/lib/news/commands'
import { settingsInput } from '@/lib/news/input'
import { command } from '@/lib/platform/command'
import { savedSearchAt } from '@/lib/search/input'
import { forgetSearch } from '@/lib/search/saved/commands'

export const seen = command(z.object({}), markSeen, () => revalidatePath('/', 'layout'))

export const save = command(settingsInput, saveSettings, () => redirect('/varsler/innstillinger?ok=lagret'))

export const stopFollowing = command(unfollowInput, unfollow, () => revalidatePath('/varsler/innstillinger'))

export const forget = command(savedSearchAt, forgetSearch, () => revalidatePath('/varsler/innstillinger'))
