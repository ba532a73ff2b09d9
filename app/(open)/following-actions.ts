'use server'
import { revalidatePath } from 'next/cache'
import { follow, unfollow } from '@/lib/following/commands'
import { followInput, unfollowInput } from '@/lib/following/input'
import { command } from '@/lib/platform/command'

const afresh = () => revalidatePath('/', 'layout')

export const beginFollowing = command(followInput, follow, afresh)

export const endFollowing = command(unfollowInput, unfollow, afresh)
